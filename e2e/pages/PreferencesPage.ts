import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright/test'

/** The screen of the preferences, as somebody uses it who wants their own way. */
export class PreferencesPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(url: string): Promise<void> {
    await this.page.goto(`${url}#/preferences`)
  }

  /** One choice of a group. */
  choice(group: string, name: string): Locator {
    return this.page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true })
  }

  async choose(group: string, name: string): Promise<void> {
    await this.choice(group, name).check()
  }

  async sayName(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(name)
  }

  /** Saves them as a file: its name and what it holds. */
  async save(): Promise<{ readonly name: string; readonly text: string }> {
    const coming = this.page.waitForEvent('download')
    await this.page.getByRole('button', { name: 'Save as a file' }).click()
    const download = await coming
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
  }

  /** Chooses a file of preferences; nothing is changed by that yet. */
  async takeFrom(text: string): Promise<void> {
    const file = { name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) }
    await this.page.getByLabel('Take from a file').setInputFiles(file)
  }

  /** What a file would change. */
  offer(): Locator {
    return this.page.getByRole('region', { name: /would change/ })
  }

  /** The theme that the page wears; null: the system's. */
  wornTheme(): Promise<string | null> {
    return this.page.evaluate(() => document.documentElement.dataset['theme'] ?? null)
  }
}
