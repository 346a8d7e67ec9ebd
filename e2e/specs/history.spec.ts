import { leakingMemory, processStarts } from '#e2e/fleet/storedSeries.ts'
import { DigestPage } from '#e2e/pages/DigestPage.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { putRecords, recordKeys, watchedMemory } from '#e2e/support/storedHistory.ts'
import { storyPod } from '#e2e/support/storyPod.ts'
import { expect, test } from '#e2e/support/test.ts'
import { days, hours, mebibytes } from '#src/domain/time/units.ts'

/** How many minutes a clock time of the last day lies before a moment. */
function minutesBefore(at: number, clock: string): number {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(clock) ?? []
  const then = new Date(at)
  const past = (then.getHours() - Number(hour)) * 60 + then.getMinutes() - Number(minute)
  return (past + MINUTES_A_DAY) % MINUTES_A_DAY
}

const MINUTES_A_DAY = 24 * 60

const fleetUrlOf = (url: string): string => new URL('fleet.json', url).href

test('a laptop that is opened in the morning knows the leak of the night; damage is told, and costs only what it hit', async ({
  serve,
  digest,
  page,
}) => {
  const now = Date.now()
  // Four quiet days, then 30 MiB an hour since yesterday's deploy.
  const deployed = now - hours(22)
  const starts = [now - days(6), deployed]
  const leak = leakingMemory(deployed, [], mebibytes(30))
  const memory = {
    ...leak,
    valueAt: (at: number, pod: number) => leak.valueAt(Math.max(at, deployed), pod),
  }
  const pod = await storyPod([memory, processStarts(now - days(6), starts)], 0)
  const { url } = await serve({
    ...BRISK,
    services: [{ name: 'billing', url: `http://${pod.address}`, bounds: { memory: '6GiB' } }],
  })
  const fleetUrl = fleetUrlOf(url)
  const records = await watchedMemory(
    fleetUrl,
    { service: 'billing', pod: 'billing', metric: memory },
    { from: now - days(5), to: now - hours(9) },
  )
  expect(records.map(({ key }) => key.split('/')[0])).toContain('day')

  await page.goto(`${url}fleet.schema.json`)
  await putRecords(page, { fleetUrl, records })
  await digest.open(url)
  const row = digest.serviceAt('billing', 'WATCH')
  await expect(row).toContainText(/memory \+(?:2\d|3\d)(?:\.\d)? MiB\/h on billing since/)
  await expect(row).toContainText('reaches its 6 GiB limit')

  // The worker ends with its last page; the next one finds a record that something has overwritten.
  await page.goto(`${url}fleet.schema.json`)
  const hit = records.findLast(({ key }) => key.startsWith('hour/'))?.key ?? ''
  await putRecords(page, { fleetUrl, records: [{ key: hit, bytes: btoa('nonsense'), value: null }] })
  await digest.open(url)
  await expect(page.getByText(/damaged/).first()).toBeVisible()
  await expect(row).toContainText('reaches its 6 GiB limit')
  expect(await recordKeys(page, fleetUrl)).not.toContain(hit)
  await pod.close()
})

test('what was seen is stored every minute, by one tab for all, and outlives them; a full disk is told and harms nothing', async ({
  shop,
  serve,
  context,
  browser,
  page,
}) => {
  test.setTimeout(180_000)
  const { url } = await serve({ ...shop.fleetFile, ...BRISK })
  const fleetUrl = fleetUrlOf(url)
  const full = await browser.newContext()
  const poor = await full.newPage()
  const session = await full.newCDPSession(poor)
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(url).origin, quotaSize: 1 })
  await poor.goto(url)
  await page.goto(url)
  const second = await context.newPage()
  await second.goto(url)

  const begun = Date.now()
  const storedUntil = async (): Promise<number> => {
    const minutes = (await recordKeys(second, fleetUrl)).filter((key) => key.startsWith('minute/'))
    return Number(minutes.at(-1)?.split('/')[1] ?? 0) - begun
  }
  await expect.poll(storedUntil, { timeout: 120_000 }).toBeGreaterThan(61_000)
  // The tab that was there first is killed; the other one still has its rows.
  await page.close()
  await expect(new DigestPage(second).rowsAt('OK')).toHaveCount(shop.fleetFile.services.length)
  await second.close()

  const third = await context.newPage()
  const openedAt = Date.now()
  await third.goto(`${url}#/?open=orders&signal=memory`)
  const times = third.getByRole('table').first().getByRole('rowheader')
  await expect(times.first()).toBeAttached()
  // What this new worker draws began before it did.
  expect(minutesBefore(openedAt, (await times.first().textContent()) ?? '')).toBeGreaterThanOrEqual(1)

  await expect(poor.getByText(/no room|full/i).first()).toBeVisible({ timeout: 90_000 })
  await expect(new DigestPage(poor).rowsAt('OK')).toHaveCount(shop.fleetFile.services.length)
  await full.close()
})
