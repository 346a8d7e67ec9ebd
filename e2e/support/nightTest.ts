import { expect, test as base } from 'playwright/test'
import type { BrowserContext } from 'playwright/test'
import type { CheckPage } from '#e2e/pages/CheckPage.ts'
import { openCheck } from './night.ts'
import { complaintsOf } from './pageComplaints.ts'
import { playedNight, type PlayedNight } from './playedNight.ts'

type WorkerFixtures = {
  /** The scripted night, played once; each test begins on its morning. */
  readonly played: PlayedNight
}

type TestFixtures = {
  /** The browser that was open in the night. */
  readonly watcher: BrowserContext
  /** Its check at 08:55. */
  readonly check: CheckPage
}

/** The test of all that comes after the scripted night, in the zone where it was played. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  launchOptions: [
    async ({ launchOptions }, provide) => {
      // A worker has the zone of its browser, whatever is said of its pages.
      await provide({ ...launchOptions, env: { ...process.env, TZ: 'Europe/Berlin' } })
    },
    { scope: 'worker' },
  ],
  played: [
    async ({ browser }, provide) => {
      const played = await playedNight(browser)
      await provide(played)
      await played.night.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  watcher: async ({ played }, provide) => {
    const context = await played.anew()
    const complaints = complaintsOf(context)
    await provide(context)
    await context.close()
    expect(complaints).toEqual([])
  },
  check: async ({ played, watcher }, provide) => {
    await provide(await openCheck(watcher, played.night))
  },
})

export { expect }
