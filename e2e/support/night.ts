import type { BrowserContext } from 'playwright/test'
import { CheckPage } from '#e2e/pages/CheckPage.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Actor } from '#src/domain/watch/scenario/playedPod.ts'
import { type FleetFileOnDisk, fleetFileOf } from './fleetFileOf.ts'
import { type NightClock, nightClock } from './nightClock.ts'
import { nightDashboard } from './nightDashboard.ts'
import { nightPods } from './nightPods.ts'

/** A fleet that plays a night, and the dashboard in front of it. */
export type Night = {
  readonly url: string
  readonly clock: NightClock
  readonly file: FleetFileOnDisk
  /** What the fleet file says. */
  readonly fleet: FleetFile
  readonly close: () => Promise<void>
}

export type NightPlan = {
  readonly from: EpochMs
  readonly actors: readonly Actor[]
  readonly fleet: (urlOf: (pod: string) => string) => FleetFile
  /** Where the built files are. */
  readonly dist?: string
}

/** Starts the pods of a night and the dashboard; the clock stands at `from`. */
export async function startNight({ from, actors, fleet: fleetOf, dist }: NightPlan): Promise<Night> {
  const pods = await nightPods(actors)
  const clock = await nightClock(from, pods.answers)
  const fleet = fleetOf(pods.urlOf)
  const file = fleetFileOf(fleet)
  const dashboard = await nightDashboard(file.path, clock, dist)
  return {
    url: dashboard.url,
    clock,
    file,
    fleet,
    async close() {
      await Promise.all([dashboard.close(), clock.close(), pods.close()])
      file.remove()
    },
  }
}

/** Opens the check in a new page: when it shows something, all of the watch is at work. */
export async function openCheck(context: BrowserContext, { url, clock }: Night): Promise<CheckPage> {
  const check = new CheckPage(await context.newPage())
  clock.go()
  await check.open(url)
  await check.page.getByRole('region', { name: 'What changed' }).waitFor()
  return check
}

/** Lets the clock go again; until its page has heard of the watch anew it shows nothing as known. */
export async function goOn({ page }: CheckPage, { clock }: Night): Promise<void> {
  clock.go()
  await page.locator('[aria-keyshortcuts="o"]:not([aria-disabled="true"])').waitFor()
}

/** Leaves as people do, without a word, and waits until the watch is gone too. */
export async function leave({ page }: CheckPage, { clock }: Night): Promise<void> {
  await page.close()
  await clock.alone()
}
