import { type CountingPod, countingPod } from '#e2e/support/countingPod.ts'
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
