import type { Locator, Page } from 'playwright/test'

/** The page that a notification links to, as whoever was called opens it. */
export class AlertPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens a link as it came, whole. */
  async follow(link: string): Promise<void> {
    await this.page.goto(link)
  }

  /** Opens the landing of the dashboard at that address with what is behind `#/alert?`, as it is. */
  async open(url: string, query: string): Promise<void> {
    await this.page.goto(`${url}#/alert?${query}`)
  }

  /** Where the keyboard begins. */
  heading(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  /** A part of the page by a part of its title. */
  part(title: RegExp): Locator {
    return this.page.getByRole('region', { name: title })
  }

  /** What the alert says of something: `status`, `means`. */
  fact(name: string): Locator {
    const term = this.page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) })
    return this.part(/What the alert says/)
      .locator('dl > div')
      .filter({ has: term })
      .getByRole('definition')
  }

  /** Takes the ticket with the one key, saying who it is. */
  async takeAs(name: string): Promise<void> {
    await this.page.keyboard.press('a')
    const form = this.page.getByRole('dialog', { name: /Who are you/ })
    await form.waitFor()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
  }
}
