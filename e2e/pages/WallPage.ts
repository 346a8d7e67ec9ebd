import type { Locator, Page } from 'playwright/test'
import { type DrawnTile, drawnTiles, type PageBox } from '#e2e/support/drawnTiles.ts'

/** The wall, as whoever sits across the room sees it. */
export class WallPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the wall of a dashboard with options as its address has them: `theme=dark&columns=6`. */
  async open(url: string, options = ''): Promise<void> {
    await this.page.goto(`${url}#/wall${options === '' ? '' : `?${options}`}`)
  }

  /** Changes the address of an open wall. */
  async ask(options: string): Promise<void> {
    await this.page.evaluate((asked) => {
      location.hash = `#/wall?${asked}`
    }, options)
  }

  /** Puts the wall on a screen of so many CSS pixels. */
  async showOn(screen: { readonly width: number; readonly height: number }): Promise<void> {
    await this.page.setViewportSize(screen)
  }

  /** How many tiles have each light, as it is drawn: of two hundred roles are slow to ask for. */
  lights(): Promise<Readonly<Record<string, number>>> {
    return this.room()
      .locator('li[data-light]')
      .evaluateAll((tiles) => {
        const counts: Record<string, number> = {}
        for (const tile of tiles) {
          const light = tile.getAttribute('data-light') ?? ''
          counts[light] = (counts[light] ?? 0) + 1
        }
        return counts
      })
  }

  /** What the page itself has to say: old, blind, a fault, an address that is not understood. */
  notices(): Locator {
    return this.page.getByRole('status')
  }

  /** All tiles as they are drawn now. */
  drawn(): Promise<readonly DrawnTile[]> {
    return drawnTiles(this.page)
  }

  /** The room that tiles have. */
  room(): Locator {
    return this.page.getByRole('main')
  }

  /** Where that lies. */
  async roomBox(): Promise<PageBox> {
    return (await this.room().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  }

  /** What tiles say that depends on when they were looked at. */
  moments(): Locator {
    return this.room().locator('[class*="facts"]')
  }

  /** Tiles that say something of themselves to whoever hears them. */
  tilesSaying(text: RegExp): Locator {
    return this.room().getByRole('link', { name: text })
  }

  /** How wide the face of this system sets a line, in whole pixels. */
  typeWidth(): Promise<number> {
    return this.page.evaluate(() => {
      const context = new OffscreenCanvas(1, 1).getContext('2d')
      if (context === null) return 0
      context.font = `600 100px ${getComputedStyle(document.body).fontFamily}`
      return Math.round(context.measureText('Wall of 200 services, 12:30').width)
    })
  }
}
