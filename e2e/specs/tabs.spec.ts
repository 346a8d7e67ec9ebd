import type { BrowserContext, Page } from 'playwright/test'
import { type CountingPod, countingPod } from '#e2e/support/countingPod.ts'
import { type GreenLog, greenLog } from '#e2e/support/greenLog.ts'
import { killSharedWorker } from '#e2e/support/sharedWorker.ts'
import { expect, test } from '#e2e/support/test.ts'
import { type TurnCount, turnCount } from '#e2e/support/turnCount.ts'
import { DigestPage } from '#e2e/pages/DigestPage.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'

/** A pod is never asked twice within its interval of one second, less the poller's jitter and a slow machine's. */
const LEAST_GAP_MS = 800

/** An answer counts for three intervals of a second; a page that heard nothing more says so two seconds later. */
const HOLDS_FOR: DurationMs = seconds(6.5)

/** A page that ran a moment ago for the first time has looked at the clock by then. */
const WAKES_WITHIN: DurationMs = seconds(2)

const gaps = (times: readonly number[]): number[] => times.slice(1).map((time, i) => time - (times[i] ?? 0))

const watching = (pod: CountingPod): object => ({
  intervals: { health: '1s' },
  services: [
    { name: 'lonely', url: pod.url, endpoints: { health: '/health', metrics: false, version: false } },
  ],
})

for (const { worker, query } of [
  { worker: 'the shared worker', query: '' },
  { worker: 'dedicated workers that elect one', query: '?worker=dedicated' },
]) {
  test(`three tabs poll once: ${worker}`, async ({ serve, context }) => {
    const pod = await countingPod()
    const { url } = await serve(watching(pod))
    const tabs = await Promise.all([1, 2, 3].map(() => context.newPage()))
    for (const tab of tabs) {
      const digest = new DigestPage(tab)
      await digest.open(url + query)
      await expect(digest.serviceAt('lonely', 'OK')).toBeVisible()
    }
    const before = pod.asked('/health').length
    await expect.poll(() => pod.asked('/health').length).toBeGreaterThan(before + 3)
    expect(Math.min(...gaps(pod.asked('/health')))).toBeGreaterThan(LEAST_GAP_MS)
    await pod.close()
  })
}

test('a tab that polls for the others is closed, and another takes over', async ({ serve, context }) => {
  const pod = await countingPod()
  const { url } = await serve(watching(pod))
  const leader = await context.newPage()
  await new DigestPage(leader).open(`${url}?worker=dedicated`)
  await expect.poll(() => pod.asked('/health').length).toBeGreaterThan(0)
  const heir = new DigestPage(await context.newPage())
  await heir.open(`${url}?worker=dedicated`)
  await expect(heir.serviceAt('lonely', 'OK')).toBeVisible()
  await leader.close()
  const before = pod.asked('/health').length
  await expect.poll(() => pod.asked('/health').length).toBeGreaterThan(before + 2)
  await expect(heir.serviceAt('lonely', 'OK')).toBeVisible()
  await pod.close()
})

test('a shared worker that dies is started anew; until then nothing is shown as known', async ({
  serve,
  digest,
  browser,
}) => {
  const pod = await countingPod()
  const { url } = await serve(watching(pod))
  await digest.open(url)
  await expect(digest.serviceAt('lonely', 'OK')).toBeVisible()

  expect(await killSharedWorker(browser)).toBe(1)
  await expect(digest.serviceAt('lonely', 'CANNOT SEE')).toBeVisible()
  await expect(digest.notices()).toContainText('No word from the watch since')
  const before = pod.asked('/health').length

  await expect(digest.serviceAt('lonely', 'OK')).toBeVisible({ timeout: 30_000 })
  expect(pod.asked('/health').length).toBeGreaterThan(before)
  await pod.close()
})

test('a shared worker and one of a tab’s own, as of two builds, poll once', async ({ serve, context }) => {
  const pod = await countingPod()
  const { url } = await serve(watching(pod))
  for (const query of ['', '?worker=dedicated']) {
    const digest = new DigestPage(await context.newPage())
    await digest.open(url + query)
    await expect(digest.serviceAt('lonely', 'OK')).toBeVisible()
  }
  const before = pod.asked('/health').length
  await expect.poll(() => pod.asked('/health').length).toBeGreaterThan(before + 3)
  expect(Math.min(...gaps(pod.asked('/health')))).toBeGreaterThan(LEAST_GAP_MS)
  await pod.close()
})

type OwnTab = {
  readonly page: Page
  readonly digest: DigestPage
  readonly turns: TurnCount
  readonly greens: GreenLog
  readonly become: (state: 'frozen' | 'active') => Promise<void>
}

/** Opens a tab that polls, or follows one that does, with a worker of its own. */
async function ownTab(context: BrowserContext, url: string): Promise<OwnTab> {
  const page = await context.newPage()
  const greens = await greenLog(page)
  const digest = new DigestPage(page)
  await digest.open(`${url}?worker=dedicated`)
  await expect(digest.serviceAt('lonely', 'OK')).toBeVisible()
  const turns = await turnCount(page)
  const cdp = await context.newCDPSession(page)
  const become = async (state: 'frozen' | 'active'): Promise<void> => {
    await cdp.send('Page.setWebLifecycleState', { state })
  }
  return { page, digest, turns, greens, become }
}

test('the lead goes from tab to tab and back as they freeze, and no tab keeps an old green', async ({
  serve,
  plain,
}) => {
  const pod = await countingPod()
  const { url } = await serve({ ...watching(pod), timeout: '1s', thresholds: { freshIntervals: 3 } })
  const first = await ownTab(plain, url)
  const second = await ownTab(plain, url)
  let since = 0
  for (const [asleep, awake] of [
    [first, second],
    [second, first],
  ] as const) {
    pod.setUp(true)
    for (const { page, digest } of [asleep, awake]) {
      await page.bringToFront()
      await expect(digest.serviceAt('lonely', 'OK')).toBeVisible()
    }
    // One of them polls; whoever woke follows. After an illness it takes three good answers.
    expect(Math.min(...gaps(pod.asked('/health').slice(since)))).toBeGreaterThan(LEAST_GAP_MS)

    // What is visible is never frozen.
    await expect.poll(() => asleep.page.evaluate(() => document.visibilityState)).toBe('hidden')
    await asleep.become('frozen')
    const stoodAt = await asleep.turns()
    expect(stoodAt, 'a page and its worker').toHaveLength(2)
    expect(Math.min(...stoodAt)).toBeGreaterThan(0)
    const before = pod.asked('/health').length
    pod.setUp(false)
    const illSince = Date.now()
    // The other one takes over: polling goes on, and what it finds is said.
    await expect(awake.digest.serviceAt('lonely', 'ACT')).toBeVisible()
    expect(pod.asked('/health').length).toBeGreaterThan(before + 1)
    const turns = (await asleep.turns()).map((now, i) => now - (stoodAt[i] ?? 0))
    // One may have been on its way.
    expect(Math.max(...turns), `turns while frozen: ${turns.join(', ')}`).toBeLessThanOrEqual(1)

    const wokeAt = Date.now()
    await asleep.become('active')
    await asleep.page.bringToFront()
    await expect(asleep.digest.serviceAt('lonely', 'ACT')).toBeVisible()
    const honest = Math.max(illSince + HOLDS_FOR, wokeAt + WAKES_WITHIN)
    for (const { greens } of [asleep, awake]) {
      const green = await greens.of('lonely')
      expect(green.length, 'it was seen green before').toBeGreaterThan(0)
      expect(green.filter((at) => at > honest).map((at) => at - illSince)).toEqual([])
    }

    since = pod.asked('/health').length
  }
  await pod.close()
})
