import { type Download, expect, type Locator, type Page } from 'playwright/test'

/** The four views of the morning check, by the words on their tabs. */
export type CheckViewName = 'Check' | 'Report' | 'Week' | 'Handover'

/** The headings that matters stand under. */
export type ChangeHeading =
  | 'Act now'
  | 'Watch'
  | 'Cannot see'
  | 'Watches that are over'
  | 'Tickets'
  | 'Recovered by itself'
  | 'No longer in the fleet'
  | 'Deploys, restarts, newcomers'
  | 'Watched'

/** The morning check, as somebody on duty uses it: by the keyboard. */
export class CheckPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the check of the dashboard at that address. `params`: as `?since=2026-11-20T17:40:00Z`. */
  async open(url: string, params = ''): Promise<void> {
    await this.page.goto(`${url}#/check${params}`)
  }

  /** The sentence at the top: since when, and what it comes to. */
  sentence(): Locator {
    return this.page.getByRole('banner').getByRole('paragraph').first()
  }

  /** Notices over the views: gaps of the night, somebody else's sign-off, a silent watch. */
  notices(): Locator {
    return this.page.getByRole('main').getByRole('status')
  }

  /** What of the night is not known, sentence by sentence. */
  notes(): Locator {
    return this.page.getByRole('list', { name: 'What is not known' }).getByRole('listitem')
  }

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Goes to a view by its tab. */
  async show(view: CheckViewName): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: view }).click()
  }

  /** The matters under a heading. */
  under(heading: ChangeHeading): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${heading} \\d+$`) }).locator('> ul > li')
  }

  /** The row of one matter in the list. */
  matter(title: string): Locator {
    const named = this.page.getByRole('button', { name: title, exact: true })
    return this.page
      .getByRole('region', { name: 'What changed' })
      .getByRole('listitem')
      .filter({ has: named })
  }

  /** The services that were well, in a sentence. */
  well(): Locator {
    return this.page.getByRole('region', { name: 'What changed' }).getByText(/services? well/)
  }

  /** The timeline of the night, and in it the row of a service; its name tells in words what its line shows. */
  night(): Locator {
    return this.page.getByRole('region', { name: 'The night' })
  }

  nightOf(service: string): Locator {
    return this.night().getByRole('link', { name: new RegExp(`^${service}\\b`) })
  }

  /** The panel of the matter that is looked at. */
  walk(): Locator {
    return this.page.getByRole('region', { name: 'Walk' })
  }

  /** The title of that matter. */
  here(): Locator {
    return this.walk().getByRole('heading', { level: 3 })
  }

  /** How many are decided: `4 of 9 looked at`. */
  progress(): Locator {
    return this.walk().getByText(/\d+ of \d+ looked at/)
  }

  /** Writes a note on the matter that is looked at, and goes back to its row. */
  async note(text: string): Promise<void> {
    await this.page.keyboard.press('e')
    await expect(this.walk().getByLabel('Note')).toBeFocused()
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Escape')
  }

  /** The window that is open, by a part of its title. */
  form(title: RegExp): Locator {
    return this.page.getByRole('dialog', { name: title })
  }

  /** Watches the matter that is looked at until what the choice says, `until 14:00`. */
  async watchUntil(choice: string | RegExp, note = ''): Promise<void> {
    await this.page.keyboard.press('w')
    const form = this.form(/^Watch /)
    await form.getByRole('radio', { name: choice }).check()
    if (note !== '') await form.getByLabel('Note').fill(note)
    await this.page.keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
  }

  /** Says who somebody is, where the page asks. */
  async sayName(name: string): Promise<void> {
    await this.form(/Who are you/).waitFor()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
    await this.form(/Who are you/).waitFor({ state: 'detached' })
  }

  /** Signs off by the key, with a note, and with a name where the page asks for one. The report is shown afterwards. */
  async signOff({ name, note = '' }: { readonly name?: string; readonly note?: string } = {}): Promise<void> {
    await this.page.keyboard.press('o')
    if (name !== undefined) await this.sayName(name)
    const form = this.form(/Sign off the morning check/)
    await form.getByLabel('Note for the report').fill(note)
    await form.getByRole('button', { name: /^Sign/ }).click()
    await form.waitFor({ state: 'detached' })
    await this.report().waitFor()
  }

  /** The calendar of the last 90 days, a list item a day. */
  days(): Locator {
    return this.page.getByRole('region', { name: 'The last 90 days' }).getByRole('listitem')
  }

  /** The report as a page. */
  report(): Locator {
    return this.page.getByRole('article', { name: /^Morning check of/ })
  }

  /** Downloads the report or the handover by the words on the button. */
  async download(button: string): Promise<Download> {
    const coming = this.page.waitForEvent('download')
    await this.page.getByRole('button', { name: button, exact: true }).click()
    return coming
  }

  /** Chooses the file of a handover, and waits until it is read. */
  async chooseHandover(file: string): Promise<void> {
    await this.page.getByLabel('Choose a file').setInputFiles(file)
  }

  /** What became of it, or what is wrong with it. */
  taking(): Locator {
    return this.page.getByRole('region', { name: 'Take over' })
  }
}
