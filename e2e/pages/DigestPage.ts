import { expect, type Locator, type Page } from 'playwright/test'

/** The lights by the words that people read. */
export type LightWord = 'OK' | 'WATCH' | 'ACT' | 'CANNOT SEE'

/** The digest, as somebody on duty uses it. */
export class DigestPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the dashboard at its address. */
  async open(url: string): Promise<void> {
    await this.page.goto(url)
  }

  /** The row of a service, whatever its light. */
  service(name: string): Locator {
    return this.page.getByRole('article', { name, exact: true })
  }

  /** The row of a service while it has that light. */
  serviceAt(name: string, light: LightWord): Locator {
    const named = this.page.getByRole('button', { name: new RegExp(`^${name} ?, ${light}$`) })
    return this.service(name).filter({ has: named })
  }

  /** All rows with a light. */
  rowsAt(light: LightWord): Locator {
    return this.page.getByRole('button', { name: new RegExp(`, ${light}$`) })
  }

  /** The sentence at the top. */
  sentence(): Locator {
    return this.page.getByRole('banner').getByRole('paragraph').first()
  }

  /** Notices above the rows: blind, old, a faulty fleet file. */
  notices(): Locator {
    return this.page.getByRole('status').or(this.page.getByRole('alert'))
  }

  /**
   * From the top by `j` to the row of a service. Each press has to put the keyboard on a row; a row that came above it in
   * the meantime costs one step more, as it does for people.
   */
  async stepTo(name: string, atMost = 3): Promise<void> {
    const here = this.page.locator('[data-row]:focus')
    const passed: (string | null)[] = []
    while (passed.length < atMost) {
      await this.page.keyboard.press('j')
      await expect(here, `j puts the keyboard on a row, after [${passed.join(', ')}]`).toHaveCount(1)
      passed.push(await here.getAttribute('data-row'))
      if (passed.at(-1) === name) return
    }
    throw new Error(`j led over ${passed.join(', ')} and not to ${name}`)
  }

  /** Opens what is known of a service's pods. */
  async expand(name: string): Promise<Locator> {
    await this.page.getByRole('button', { name: new RegExp(`^${name} ?, `) }).click()
    return this.page.getByRole('region', { name: new RegExp(name) })
  }
}
