import { leakingMemory, processStarts } from '#e2e/fleet/storedSeries.ts'
import { DigestPage } from '#e2e/pages/DigestPage.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { type Night, startNight } from '#e2e/support/night.ts'
import { at } from '#e2e/support/nightStory.ts'
import { putRecords, recordKeys, watchedMemory } from '#e2e/support/storedHistory.ts'
import { storyPod } from '#e2e/support/storyPod.ts'
import { expect, test } from '#e2e/support/test.ts'
import { seededRandom } from '#src/domain/slope/testing/random.ts'
import { days, hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'

/** How many minutes a clock time of the last day lies before a moment. */
function minutesBefore(moment: number, clock: string): number {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(clock) ?? []
  const then = new Date(moment)
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
    valueAt: (t: number, pod: number) => leak.valueAt(Math.max(t, deployed), pod),
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

const SERVICES = ['orders', 'mail']

/** Two healthy services from ten in the evening on, at which the clock stands. */
const quietEvening = (): Promise<Night> =>
  startNight({
    from: at('22:00:05'),
    actors: SERVICES.map((service) => ({
      service,
      pod: service,
      play: goService(seededRandom(1, service), { starts: [{ at: at('09:00', '02'), version: '1.0.0' }] }),
    })),
    fleet: (urlOf) => ({
      ...BRISK,
      endpoints: { health: '/health', metrics: '/metrics', version: '/version' },
      services: SERVICES.map((name) => ({ name, url: urlOf(name) })),
    }),
  })

test('what was seen is stored every minute, by one tab for all, and outlives them; a full disk is told and harms nothing', async ({
  context,
  browser,
  page,
}) => {
  const { url, clock, close } = await quietEvening()
  const fleetUrl = fleetUrlOf(url)
  const full = await browser.newContext()
  const poor = await full.newPage()
  const session = await full.newCDPSession(poor)
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(url).origin, quotaSize: 1 })
  const second = await context.newPage()
  clock.go()
  for (const tab of [poor, page, second]) {
    await tab.goto(url)
    await expect(new DigestPage(tab).rowsAt('OK')).toHaveCount(SERVICES.length)
  }

  const begun = clock.now()
  await clock.to(begun + minutes(2.5))
  clock.go()
  const storedUntil = async (): Promise<number> => {
    const stored = (await recordKeys(second, fleetUrl)).filter((key) => key.startsWith('minute/'))
    return Number(stored.at(-1)?.split('/')[1] ?? 0) - begun
  }
  await expect.poll(storedUntil).toBeGreaterThan(61_000)
  await expect(poor.getByText(/no room|full/i).first()).toBeVisible()
  await expect(new DigestPage(poor).rowsAt('OK')).toHaveCount(SERVICES.length)
  await full.close()
  // The tab that was there first is killed; the other one still has its rows.
  await page.close()
  await expect(new DigestPage(second).rowsAt('OK')).toHaveCount(SERVICES.length)
  await second.close()
  await clock.alone()

  const third = await context.newPage()
  const openedAt = clock.now()
  await third.goto(`${url}#/?open=orders&signal=memory`)
  const times = third.getByRole('table').first().getByRole('rowheader')
  await expect(times.first()).toBeAttached()
  // What this new worker draws began before it did.
  expect(minutesBefore(openedAt, (await times.first().textContent()) ?? '')).toBeGreaterThanOrEqual(1)
  await third.close()
  await close()
})
