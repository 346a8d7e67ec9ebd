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

  /** The line of a layer, open or not. */
  line(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`\\b${name}\\b`) })
  }

  /** The layers that are open. */
  opened(): Locator {
    return this.page.getByRole('button', { expanded: true }).and(this.page.locator('[id^="layer-"]'))
  }
}
