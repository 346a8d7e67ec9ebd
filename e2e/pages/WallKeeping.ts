import type { Locator, Page } from 'playwright/test'
import type { LightWord } from './DigestPage.ts'

/** A wall that nobody touches, as somebody sees it who passes by. */
export class WallKeeping {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(url: string, options = ''): Promise<void> {
    await this.page.goto(`${url}#/wall${options}`)
  }

  /** The tile of a service while it has that light. */
  tileAt(name: string, light: LightWord): Locator {
    return this.page.getByRole('link', { name: new RegExp(`^${name}, ${light}(?:,|$)`) })
  }

  /** What the wall says of itself: its sound, its wake lock, a newer build. */
  foot(): Locator {
    return this.page.getByRole('contentinfo')
  }

  /** What a screen reader is told of new reds. */
  calls(): Locator {
    return this.foot().getByRole('log')
  }

  /** What the screen itself takes, once `i` was pressed. */
  ownFigures(): Locator {
    return this.page.getByRole('region', { name: 'What this screen itself does' })
  }

  /** The file that the page began with. */
  async entry(): Promise<string> {
    const source = await this.page.locator('script[type="module"]').last().getAttribute('src')
    return source?.split('/').pop() ?? ''
  }
}
