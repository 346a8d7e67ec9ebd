import type { Locator, Page } from 'playwright/test'

/** The drill-down of one pod, as somebody on duty uses it. */
export class PodPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** What a layer says when it is open, by its name. */
  openLayer(name: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(name) })
  }
}
