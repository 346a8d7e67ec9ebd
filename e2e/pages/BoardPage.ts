import type { Locator, Page } from 'playwright/test'

/** The incident board and the page of a ticket, as somebody on duty uses them: by the keyboard. */
export class BoardPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the board of the dashboard at that address. */
  async open(url: string): Promise<void> {
    await this.page.goto(`${url}#/board`)
  }

  /** Opens the page of a ticket. */
  async openTicket(url: string, code: string): Promise<void> {
    await this.page.goto(`${url}#/t/${code}`)
  }

  /** The row of a ticket by a part of its title. */
  ticket(title: string): Locator {
    return this.page.getByRole('article', { name: new RegExp(title) })
  }

  /** All rows. */
  tickets(): Locator {
    return this.page.getByRole('article')
  }

  /** The code that people call a ticket by. */
  async codeOf(title: string): Promise<string> {
    const [code = ''] = /T-[0-9A-Z]{5}/.exec((await this.ticket(title).textContent()) ?? '') ?? []
    return code
  }

  /** Brings the keyboard to the row of a ticket. */
  async standOn(title: string): Promise<void> {
    await this.ticket(title).getByRole('link').first().focus()
  }

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** The form that is open, by a part of its title. */
  form(title: RegExp): Locator {
    return this.page.getByRole('dialog', { name: title })
  }

  /** Says who somebody is, where the page asks. */
  async sayName(name: string): Promise<void> {
    await this.form(/Who are you/).waitFor()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
    await this.form(/Who are you/).waitFor({ state: 'detached' })
  }

  /** Signs in to the shared board. */
  async signIn(user: string, password: string): Promise<void> {
    await this.page.getByRole('button', { name: /sign in to act/ }).click()
    const form = this.form(/Sign in/)
    await form.getByLabel('User').fill(user)
    await form.getByLabel('Password').fill(password)
    await this.page.keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
  }

  /** Writes a comment on a ticket's page. */
  async comment(text: string): Promise<void> {
    await this.page.getByLabel('Your comment').fill(text)
    await this.page.getByRole('button', { name: 'Comment', exact: true }).last().click()
    await this.entries().filter({ hasText: text }).first().waitFor()
  }

  /** What was said of the newest deeds. */
  said(): Locator {
    return this.page.getByRole('log').last()
  }

  /** The entries of a ticket's log, on its page. */
  entries(): Locator {
    return this.page.getByRole('region', { name: 'Log' }).getByRole('listitem')
  }
}
