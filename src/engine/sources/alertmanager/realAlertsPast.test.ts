import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startPrometheus, writeLines } from '#e2e/fleet/prometheusBlocks.ts'
import { ALERTMANAGER, alertmanagerServer } from '#e2e/support/alertmanagerServer.ts'
import { isInstalled } from '#e2e/support/realServers.ts'
import { alertKey } from '#src/domain/alert/alertKey.ts'
import { fingerprintOf } from '#src/domain/alert/fingerprintOf.ts'
import { type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { alertingFleet, alertRig } from '#e2e/support/alertRig.ts'

const missing = [ALERTMANAGER, 'prometheus', 'promtool'].some((binary) => !isInstalled(binary))

const nightly = { alertname: 'Nightly', job: 'billing', severity: 'critical' }
const lasting = { alertname: 'Lasting', job: 'orders', severity: 'warning' }

function line(labels: object, at: EpochMs): string {
  const all = Object.entries({ ...labels, alertstate: 'firing' }).map(([name, value]) => `${name}="${value}"`)
  return `ALERTS{${all.join(',')}} 1 ${at / 1000}\n`
}

/** One that fired for an hour until two hours ago, and one that has fired for three and goes on. */
function* linesOf(now: EpochMs): Generator<string> {
  for (let at = now - hours(3); at < now - hours(2); at += 30_000) yield line(nightly, at)
  for (let at = now - hours(3); at <= now + minutes(2); at += 30_000) yield line(lasting, at)
  yield '# EOF\n'
}

describe.skipIf(missing)('the past of a real Prometheus', { timeout: 60_000 }, () => {
  it('tells of alerts that began and ended while nobody looked, under the keys of Alertmanager', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'morning-check-alerts-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const server = await alertmanagerServer()
    onTestFinished(server.remove)
    const now = Math.floor(Date.now() / 60_000) * 60_000
    await writeLines(folder, linesOf(now))
    const prometheus = await startPrometheus(folder)
    onTestFinished(() => prometheus.stop())
    // What Prometheus adds to all of its alerts is not in its own series.
    const added = { cluster: 'north' }
    await server.post([{ labels: { ...lasting, ...added } }])
    const { source, isState, settle, alarmOf } = alertRig(alertingFleet(server.url, 1, prometheus.url))
    const key = alertKey(fingerprintOf({ ...nightly, ...added }))
    const waiting = [{ key, service: 'billing', title: 'Nightly', since: now - hours(3) }]
    await isState(key, 'unknown', waiting)
    await settle()
    // A ticket waits for its end: that of the past is the truer one.
    expect(alarmOf(key, waiting)?.state).toBe('unknown')
    const found = await source.backfill(now - hours(24), now)
    if (!found.ok) throw new Error(found.error)
    expect(found.value).toEqual([
      expect.objectContaining({
        key,
        state: 'clear',
        service: 'billing',
        priority: 1,
        began: now - hours(3),
        title: 'Nightly (cluster=north, job=billing)',
      }),
    ])
    // Without a mark of staleness a query looks back five minutes.
    expect((found.value[0]?.since ?? 0) - (now - hours(2))).toBeLessThanOrEqual(minutes(6))
    expect(found.value[0]?.since).toBeGreaterThanOrEqual(now - hours(2))
    expect(alarmOf(key, waiting)).toMatchObject({ state: 'clear', since: found.value[0]?.since })
  })
})
