import type { Page } from 'playwright/test'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

declare global {
  interface Window {
    greenLog?: { at: number; names: string[] }[]
    longestPause?: number
  }
}

/** Which tiles of a wall or rows of a digest were green when, as the page saw it at every change and tenth of a second. */
export type GreenLog = {
  /** The moments at which a service was shown green. */
  readonly of: (service: string) => Promise<readonly EpochMs[]>
  /** For how long the page did not run at a stretch: whether it was frozen or asleep in truth. */
  readonly longestPause: () => Promise<DurationMs>
}

/** Begins to note it in every document that a page opens from now on. */
export async function greenLog(page: Page): Promise<GreenLog> {
  await page.addInitScript(() => {
    const log: { at: number; names: string[] }[] = []
    window.greenLog = log
    const note = (): void => {
      const tiles = [
        ...document.querySelectorAll('[data-light="green"] article, article[data-light="green"]'),
      ]
      const names = tiles.map((tile) => tile.getAttribute('aria-label') ?? '')
      if (names.length > 0) log.push({ at: Date.now(), names })
    }
    let ranAt = Date.now()
    window.longestPause = 0
    setInterval(() => {
      window.longestPause = Math.max(window.longestPause ?? 0, Date.now() - ranAt)
      ranAt = Date.now()
      note()
    }, 100)
    new MutationObserver(note).observe(document, { subtree: true, attributes: true, childList: true })
  })
  return {
    longestPause: () => page.evaluate(() => window.longestPause ?? 0),
    of: async (service) => {
      const log = await page.evaluate(() => window.greenLog ?? [])
      return log.filter(({ names }) => names.includes(service)).map(({ at }) => at)
    },
  }
}
