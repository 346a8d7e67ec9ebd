import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPrometheus, writeBlocks } from '#e2e/fleet/prometheusBlocks.ts'
import { constant, creepingQueue, processStarts, scrapeNotes } from '#e2e/fleet/storedSeries.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { isInstalled } from '#e2e/support/realServers.ts'
import { storyPod } from '#e2e/support/storyPod.ts'
import { expect, test } from '#e2e/support/test.ts'
import { days, hours } from '#src/domain/time/units.ts'

/** 0.2 messages an hour: 3 deep six weeks ago, 205 now, and in three weeks at its limit. */
const PER_HOUR = 0.2
const LIMIT = 300

test('opened cold, the dashboard knows six weeks: a queue that creeps, since when, and when it is full', async ({
  serve,
  digest,
  page,
}) => {
  test.skip(!isInstalled('prometheus') || !isInstalled('promtool'), 'Prometheus is not installed')
  test.setTimeout(180_000)
  const now = Date.now()
  const from = now - days(42)
  const metrics = [
    processStarts(from, []),
    creepingQueue(from, PER_HOUR),
    constant('process_resident_memory_bytes', 200_000_000),
  ]
  const pods = await Promise.all([0, 1].map((pod) => storyPod(metrics, pod)))
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-blocks-'))
  const stored = pods.map(({ address }) => ({ job: 'mailer', instance: address }))
  await writeBlocks(folder, stored, [...metrics, ...scrapeNotes(0.01, 30)], { from, to: now })
  const prometheus = await startPrometheus(folder)

  const { url } = await serve({
    ...BRISK,
    sources: { prometheus: { url: prometheus.url } },
    services: [
      {
        name: 'mailer',
        pods: pods.map(({ address }) => `http://${address}`),
        bounds: { queueDepth: LIMIT },
      },
    ],
  })
  await digest.open(url)

  const row = digest.serviceAt('mailer', 'WATCH')
  await expect(row).toContainText('queue +4.8/d on both pods since', { timeout: 60_000 })
  await expect(row).toContainText(`reaches its ${LIMIT} limit about`)
  const text = (await row.textContent()) ?? ''
  const dayOf = (pattern: RegExp): number => {
    const [, told = ''] = pattern.exec(text) ?? []
    const year = new Date(now).getUTCFullYear()
    // The date is told without its year: it is the one that is nearest.
    const nearest = [year - 1, year, year + 1].map((each) => Date.parse(`${told} ${each} UTC`))
    return nearest.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))[0] ?? Number.NaN
  }
  const full = now + hours((LIMIT - 3) / PER_HOUR) - days(42)
  expect(Math.abs(dayOf(/limit about (\d+ \w{3})/) - full)).toBeLessThan(days(3))
  // It has been rising for longer than the four weeks that are remembered.
  expect(now - dayOf(/since (\d+ \w{3})/)).toBeGreaterThan(days(24))

  // A pod's panel explains it with what was stored long before the page was opened.
  await page.goto(`${url}#/?open=mailer&signal=queueDepth`)
  await expect(page.getByRole('figure')).toContainText('+4.8/d')

  await prometheus.stop()
  await Promise.all(pods.map((pod) => pod.close()))
  rmSync(folder, { recursive: true, force: true })
})
