import type { Locator, Page } from 'playwright/test'

/** The page of rules, as somebody reads it who wants to know why. */
export class RulesPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens it at a rule, or at its top. */
  async open(url: string, kind?: string): Promise<void> {
    await this.page.goto(kind === undefined ? `${url}#/rules` : `${url}#/rules?rule=${kind}`)
  }

  /** A rule by its title. */
  rule(title: string): Locator {
    return this.page.getByRole('article', { name: title, exact: true })
  }

  /** What a rule says under one of its headings. */
  fact(title: string, label: string): Locator {
    const term = this.page.getByRole('term').filter({ hasText: label })
    return this.rule(title).locator('dl > div').filter({ has: term }).getByRole('definition')
  }

  /** All rules by name. */
  contents(): Locator {
    return this.page.getByRole('navigation', { name: 'Rules' })
  }

  /** Whose numbers the page tells. */
  standing(): Locator {
    return this.page.getByRole('status')
  }
}
