import type { BrowserContext, CDPSession } from 'playwright/test'
import { type CountingPod, countingPod } from '#e2e/support/countingPod.ts'
import { killSharedWorker } from '#e2e/support/sharedWorker.ts'
import { expect, test } from '#e2e/support/test.ts'
import { DigestPage } from '#e2e/pages/DigestPage.ts'

/** A pod is never asked twice within its interval of one second, less the poller's jitter and a slow machine's. */
const LEAST_GAP_MS = 800

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
  await expect.poll(() => pod.asked('/health').length).toBeGreaterThan(before + 5)
  expect(Math.min(...gaps(pod.asked('/health')))).toBeGreaterThan(LEAST_GAP_MS)
  await pod.close()
})

const lifecycle = async (session: CDPSession, state: 'frozen' | 'active'): Promise<void> => {
  await session.send('Page.setWebLifecycleState', { state })
}

/** Opens a tab that polls, or follows one that does, with a worker of its own. */
async function ownTab(
  context: BrowserContext,
  url: string,
): Promise<{ digest: DigestPage; cdp: CDPSession }> {
  const page = await context.newPage()
  const digest = new DigestPage(page)
  await digest.open(`${url}?worker=dedicated`)
  await expect(digest.serviceAt('lonely', 'OK')).toBeVisible()
  return { digest, cdp: await context.newCDPSession(page) }
}

test('the lead goes from tab to tab and back as they freeze, and no tab keeps an old green', async ({
  serve,
  context,
}) => {
  const pod = await countingPod()
  const { url } = await serve(watching(pod))
  const tabs = [await ownTab(context, url), await ownTab(context, url)]
  for (const { cdp } of tabs) {
    await lifecycle(cdp, 'frozen')
    const before = pod.asked('/health').length
    // The other one takes over: polling goes on.
    await expect.poll(() => pod.asked('/health').length).toBeGreaterThan(before + 4)
    await lifecycle(cdp, 'active')
    for (const { digest } of tabs) await expect(digest.serviceAt('lonely', 'OK')).toBeVisible()
  }
  await pod.close()
  for (const { digest } of tabs) await expect(digest.serviceAt('lonely', 'ACT')).toBeVisible()
})
