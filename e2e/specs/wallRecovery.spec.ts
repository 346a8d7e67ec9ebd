import type { Page } from 'playwright/test'
import { WallKeeping } from '#e2e/pages/WallKeeping.ts'
import { type CountingPod, countingPod } from '#e2e/support/countingPod.ts'
import { type GreenLog, greenLog } from '#e2e/support/greenLog.ts'
import { newerBuild } from '#e2e/support/newerBuild.ts'
import { killSharedWorker } from '#e2e/support/sharedWorker.ts'
import { sleepFor } from '#e2e/support/sleepingBrowser.ts'
import { type Dashboard, expect, test } from '#e2e/support/test.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import { type Gateway, startGateway } from '#src/gateway/startGateway.ts'

/** Two intervals of a fleet file that names none (5 s each), and what a busy machine takes. */
const SOON = { timeout: seconds(10) + seconds(6) }

/** An answer counts for three intervals of a second; a page that heard nothing more says so two seconds later. */
const HOLDS_FOR: DurationMs = seconds(6.5)

/** A page that ran a moment ago for the first time has looked at the clock by then. */
const WAKES_WITHIN: DurationMs = seconds(2)

type Rig = {
  readonly pod: CountingPod
  readonly wall: WallKeeping
  readonly dashboard: Dashboard
  readonly greens: GreenLog
}

const watching = (pod: CountingPod): object => ({
  intervals: { health: '1s' },
  timeout: '1s',
  thresholds: { freshIntervals: 3 },
  services: [
    { name: 'lonely', url: pod.url, endpoints: { health: '/health', metrics: false, version: false } },
  ],
})

/** A wall that shows one healthy service, and notes when it does. */
async function hang(page: Page, serve: (fleet: object) => Promise<Dashboard>, query = ''): Promise<Rig> {
  const pod = await countingPod()
  const dashboard = await serve(watching(pod))
  const wall = new WallKeeping(page)
  const greens = await greenLog(page)
  await wall.open(dashboard.url + query, '?sound=off')
  await expect(wall.tileAt('lonely', 'OK')).toBeVisible()
  return { pod, wall, dashboard, greens }
}

/** The pod falls ill, for this wall unseen; when it did. */
function fallIll(pod: CountingPod): EpochMs {
  pod.setUp(false)
  return Date.now()
}

/**
 * Whatever was done makes the wall blind, by itself: its pod is well all the while, for a bad answer alone turns a tile grey
 * as well. Since when.
 */
async function isBlinded({ wall }: Rig): Promise<EpochMs> {
  const since = Date.now()
  await expect(wall.tileAt('lonely', 'CANNOT SEE')).toBeVisible()
  return since
}

/** It is seen to be ill soon, and was never shown as well for longer than its last answer counted. */
async function recovers({ wall, greens }: Rig, illSince: EpochMs, wokeAt = 0): Promise<void> {
  await expect(wall.tileAt('lonely', 'ACT')).toBeVisible(SOON)
  const honest = Math.max(illSince + HOLDS_FOR, wokeAt + WAKES_WITHIN)
  const green = await greens.of('lonely')
  expect(green.length, 'it was seen green before').toBeGreaterThan(0)
  const untrue = green.filter((at) => at > honest).map((at) => at - illSince)
  expect(untrue, 'ms into the illness at which it was shown as well').toEqual([])
}

async function startAgain({ url, file }: Dashboard, distDir: string): Promise<Gateway> {
  const port = Number(new URL(url).port)
  return startGateway({ fleet: { path: file.path }, host: '127.0.0.1', port, distDir })
}

test('a server that is started again is followed, and a newer build of it taken up', async ({
  serve,
  page,
}) => {
  const rig = await hang(page, serve)
  const { wall, dashboard, pod } = rig
  const opened = await wall.entry()
  await dashboard.gateway.close()
  const cutOff = await isBlinded(rig)
  fallIll(pod)
  const again = await startAgain(dashboard, 'dist')
  await recovers(rig, cutOff)
  pod.setUp(true)
  await expect(wall.tileAt('lonely', 'OK')).toBeVisible(SOON)
  expect(await wall.entry()).toBe(opened)

  const build = newerBuild()
  await again.close()
  await expect(wall.tileAt('lonely', 'CANNOT SEE')).toBeVisible()
  const loads: string[] = []
  page.on('domcontentloaded', (loaded) => loads.push(loaded.url()))
  const newer = await startAgain(dashboard, build.distDir)
  await expect.poll(() => wall.entry(), SOON).toBe(build.entry)
  await expect(wall.tileAt('lonely', 'OK')).toBeVisible(SOON)
  expect(loads).toHaveLength(1)
  await newer.close()
  build.remove()
  await rig.pod.close()
})

// Of a tab's own: what Playwright does to the network of a page does not reach a shared worker.
test('a network that was lost and is back', async ({ serve, page, context }) => {
  const rig = await hang(page, serve, '?worker=dedicated')
  await context.setOffline(true)
  const cutOff = await isBlinded(rig)
  fallIll(rig.pod)
  await context.setOffline(false)
  await recovers(rig, cutOff)
  await rig.pod.close()
})

test('a worker that crashed', async ({ serve, page, browser }) => {
  const rig = await hang(page, serve)
  expect(await killSharedWorker(browser)).toBe(1)
  const cutOff = await isBlinded(rig)
  fallIll(rig.pod)
  await recovers(rig, cutOff)
  await rig.pod.close()
})

test('a computer that slept', async ({ serve, page, browser }) => {
  const rig = await hang(page, serve)
  const illSince = fallIll(rig.pod)
  await sleepFor(browser, HOLDS_FOR)
  const wokeAt = Date.now()
  expect(await rig.greens.longestPause()).toBeGreaterThan(HOLDS_FOR - seconds(1))
  await recovers(rig, illSince, wokeAt)
  await rig.pod.close()
})

test('a tab that was hidden and frozen', async ({ serve, plain }) => {
  const page = await plain.newPage()
  const rig = await hang(page, serve)
  await (await plain.newPage()).bringToFront()
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden')
  const cdp = await plain.newCDPSession(page)
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' })
  const frozenAt = Date.now()
  const illSince = fallIll(rig.pod)
  await expect.poll(() => Date.now() - frozenAt).toBeGreaterThan(HOLDS_FOR)
  await page.bringToFront()
  await cdp.send('Page.setWebLifecycleState', { state: 'active' })
  const wokeAt = Date.now()
  expect(await rig.greens.longestPause()).toBeGreaterThan(HOLDS_FOR - seconds(1))
  await recovers(rig, illSince, wokeAt)
  await rig.pod.close()
})
