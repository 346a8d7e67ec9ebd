import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPrometheus, writeBlocks } from '#e2e/fleet/prometheusBlocks.ts'
import { groupsOf, nightBefore, type NightLabels } from '#e2e/fleet/storedNight.ts'
import { CheckPage } from '#e2e/pages/CheckPage.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { isInstalled } from '#e2e/support/realServers.ts'
import { storyPod } from '#e2e/support/storyPod.ts'
import { expect, test } from '#e2e/support/test.ts'
import { hours } from '#src/domain/time/units.ts'

const SERVICES = ['orders', 'mailer', 'billing'] as const
const COUNT = { orders: 3, mailer: 1, billing: 2 }

/** Pods that go on with what is stored of them. */
async function startPods(now: number) {
  const none: NightLabels = { orders: [], mailer: [], billing: [], formerBilling: [] }
  const [orders, mailer, billing] = groupsOf(nightBefore(now), none)
  const metrics = { orders, mailer, billing }
  const started = SERVICES.map(async (name) => {
    // What the server notes of its scrapes stands on no page.
    const said = (metrics[name]?.metrics ?? []).filter((metric) => !/^(?:up|scrape_)/.test(metric.name))
    return Promise.all(Array.from({ length: COUNT[name] }, (_, i) => storyPod(said, i)))
  })
  const [ofOrders = [], ofMailer = [], ofBilling = []] = await Promise.all(started)
  return { orders: ofOrders, mailer: ofMailer, billing: ofBilling }
}

test('a browser that is opened for the first time shows the night that Prometheus holds', async ({
  serve,
  page,
}) => {
  test.skip(!isInstalled('prometheus') || !isInstalled('promtool'), 'Prometheus is not installed')
  test.setTimeout(180_000)
  const now = Date.now()
  const night = nightBefore(now)
  const pods = await startPods(now)
  const labelsOf = (name: (typeof SERVICES)[number]) =>
    pods[name].map(({ address }) => ({ job: name, instance: address }))
  const labels: NightLabels = {
    orders: labelsOf('orders'),
    mailer: labelsOf('mailer'),
    billing: labelsOf('billing'),
    formerBilling: ['10.0.0.1:80', '10.0.0.2:80'].map((instance) => ({ job: 'billing', instance })),
  }
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-night-'))
  for (const group of groupsOf(night, labels)) {
    await writeBlocks(folder, group.pods, group.metrics, { from: night.from, to: now })
  }
  const prometheus = await startPrometheus(folder)
  const { url } = await serve({
    ...BRISK,
    // The night was not brisk: its pods were rolled out one a minute.
    thresholds: { ...BRISK.thresholds, rolloutWindow: '10m' },
    sources: { prometheus: { url: prometheus.url } },
    services: SERVICES.map((name) => ({
      name,
      pods: pods[name].map(({ address }) => `http://${address}`),
      ...(name === 'mailer' ? { bounds: { memory: '1400MiB' } } : {}),
    })),
  })

  const check = new CheckPage(page)
  await check.open(url, `?since=${new Date(now - hours(12)).toISOString()}`)
  await expect(check.notes().filter({ hasText: 'known from Prometheus' })).toBeVisible({ timeout: 90_000 })
  // When the server itself was down is a gap, and no quiet.
  await expect(check.notes().filter({ hasText: /^Nobody watched .*\(4[0-2] min\)/ })).toHaveCount(1)

  // The crash of a pod that was started anew, and the leak; of each how it was through the night.
  await expect(check.matter('orders')).toContainText('orders-2 restarted once at')
  await expect(check.nightOf('orders')).toHaveAccessibleName(/WATCH.*orders-2 restarted/)
  await expect(check.matter('mailer')).toContainText(/memory \+\d.* MiB\/h on mailer-1/)
  await expect(check.nightOf('mailer')).toHaveAccessibleName(/at least 11 h/)

  // Pods under new addresses took over: one deploy, and no trouble of theirs.
  await expect(check.under('Deploys, restarts, newcomers')).toHaveCount(1)
  await expect(check.matter('billing')).toContainText(/well.*deployed 1\.4\.2 at .*\(2 pods\)/)

  await prometheus.stop()
  await Promise.all(SERVICES.flatMap((name) => pods[name].map((pod) => pod.close())))
  rmSync(folder, { recursive: true, force: true })
})
