import { type Browser, type BrowserContext, type BrowserContextOptions, expect } from 'playwright/test'
import { BoardPage } from '#e2e/pages/BoardPage.ts'
import type { CheckPage } from '#e2e/pages/CheckPage.ts'
import { goOn, leave, type Night, openCheck, startNight } from './night.ts'
import { at, nightActors, nightFleet } from './nightStory.ts'

/**
 * When the page was opened, when the check of the evening was signed, when nobody watched, and when the next check begins. The odd
 * seconds keep what is told in minutes away from where it would be rounded to one or the other.
 */
const OPENED = at('17:30', '19')
const EVENING = at('17:40', '19')
const GAP = { from: at('01:00:25'), to: at('01:40') }
const MORNING = at('08:55:20')

/** The night of the sample fleet as a browser saw it. */
export type PlayedNight = {
  readonly night: Night
  /** That browser anew, with all that it has stored: it is the same morning again, and the clock stands. */
  readonly anew: () => Promise<BrowserContext>
  /** A browser that has seen nothing of the night. */
  readonly stranger: () => Promise<BrowserContext>
}

async function acknowledge({ page }: CheckPage, { url }: Night, service: string): Promise<void> {
  const board = new BoardPage(page)
  await board.open(url)
  await board.standOn(service)
  await board.press('a')
  await expect(board.ticket(service)).toContainText(/acknowledged ?by/)
}

/**
 * Plays the night: Anna signs in the evening, and a browser is open till the morning but for forty minutes, after which she
 * acknowledges the ticket of what has happened by then.
 */
export async function playedNight(browser: Browser): Promise<PlayedNight> {
  const night = await startNight({ from: OPENED, actors: nightActors(), fleet: nightFleet })
  const context = await browser.newContext()
  const evening = await openCheck(context, night)
  await night.clock.to(EVENING)
  await goOn(evening, night)
  await evening.signOff({ name: 'Anna Berger' })
  await night.clock.to(GAP.from)
  await leave(evening, night)
  await night.clock.to(GAP.to)
  const later = await openCheck(context, night)
  await acknowledge(later, night, 'billing')
  await night.clock.to(MORNING)
  await leave(later, night)
  const storageState = await context.storageState({ indexedDB: true })
  await context.close()
  const browserWith = (stored: BrowserContextOptions): Promise<BrowserContext> =>
    browser.newContext({ viewport: { width: 1440, height: 900 }, ...stored })
  return {
    night,
    async anew() {
      await night.clock.alone()
      await night.clock.to(MORNING)
      return browserWith({ storageState })
    },
    stranger: () => browserWith({}),
  }
}
