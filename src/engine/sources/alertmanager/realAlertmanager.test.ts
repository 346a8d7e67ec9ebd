import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALERTMANAGER, type AlertmanagerServer, alertmanagerServer } from '#e2e/support/alertmanagerServer.ts'
import { isInstalled } from '#e2e/support/realServers.ts'
import { alertKey } from '#src/domain/alert/alertKey.ts'
import { fingerprintOf } from '#src/domain/alert/fingerprintOf.ts'
import { hours } from '#src/domain/time/units.ts'
import { alertingFleet, alertRig, NOTHING_EXPECTED } from '#e2e/support/alertRig.ts'

const missing = !isInstalled(ALERTMANAGER)

const PAST = '2026-01-01T00:00:00Z'

describe.skipIf(missing)('a real Alertmanager', { timeout: 30_000 }, () => {
  let server: AlertmanagerServer | null = null

  beforeAll(async () => {
    server = await alertmanagerServer()
  }, 30_000)
  afterAll(() => server?.remove())

  const alertmanager = (): AlertmanagerServer => {
    if (server === null) throw new Error('not started')
    return server
  }

  it('tells of what fires, under the fingerprint that follows from its labels, and of its end', async () => {
    const { url, post } = alertmanager()
    const { source, alarmOf, isState } = alertRig(alertingFleet(url, 1))
    const labels = {
      alertname: 'SlowOrders',
      job: 'shop/Orders',
      severity: 'Error',
      region: 'é😀',
      empty: '',
    }
    const key = alertKey(fingerprintOf(labels))
    await post([
      {
        labels,
        annotations: {
          summary: 'orders are slow',
          runbook_url: 'https://wiki/slow',
          dashboard: 'javascript:1',
        },
        startsAt: '2026-11-01T08:00:00Z',
        generatorURL: 'http://prometheus/graph?g0.expr=1',
      },
    ])
    expect(await isState(key, 'firing')).toMatchObject({
      service: 'orders',
      title: 'orders are slow',
      priority: 2,
      since: Date.parse('2026-11-01T08:00:00Z'),
      links: [
        { label: 'runbook', url: 'https://wiki/slow' },
        { label: 'query', url: 'http://prometheus/graph?g0.expr=1' },
      ],
    })
    expect(source.state()).toMatchObject({ fault: null, restarted: false })

    const before = Date.now()
    await post([{ labels, startsAt: '2026-11-01T08:00:00Z', endsAt: new Date().toISOString() }])
    const cleared = await isState(key, 'clear')
    expect(cleared.since).toBeGreaterThanOrEqual(before)
    expect(cleared.since).toBeLessThanOrEqual(Date.now())

    // An earlier start moves it back: it is the same alert, that began again.
    await post([{ labels, startsAt: PAST }])
    expect(await isState(key, 'firing')).toMatchObject({ since: Date.parse(PAST) })
    expect(alarmOf(key)?.detectedAt).toBeGreaterThan(cleared.since)
  })

  it('silences an alert in the name of somebody, is told of it, and ends it', async () => {
    const { url, post } = alertmanager()
    const { source, isState, turnUntil } = alertRig(alertingFleet(url, 1))
    const labels = { alertname: 'Silenced', service: 'billing' }
    const key = alertKey(fingerprintOf(labels))
    await post([{ labels }])
    await isState(key, 'firing')
    const silenced = await source.silence(key, {
      code: 'T-0A1B2',
      url: 'http://home.test/#/t',
      by: 'anna@example.com',
    })
    if (!silenced.ok) throw new Error(silenced.error)
    const mine = () => source.acknowledgements().find(({ silence }) => silence === silenced.value)
    expect(await turnUntil('the silence is seen', mine)).toMatchObject({
      key,
      by: 'Anna',
      known: true,
      code: 'T-0A1B2',
      comment: 'ACK! T-0A1B2 http://home.test/#/t',
    })
    await isState(key, 'firing')
    expect(await source.expire(silenced.value)).toEqual({ ok: true, value: null })
    await turnUntil('the silence is over', () => mine() === undefined)
    expect(await source.expire(silenced.value)).toEqual({ ok: true, value: null })
    expect(await source.silence('alertmanager|00', { code: 'T-1', url: '', by: 'x' })).toMatchObject({
      ok: false,
    })
  })

  it('takes a silence ACK! of somebody else for an acknowledgement, and no other', async () => {
    const { url, post, silence } = alertmanager()
    const { source, isState, turnUntil } = alertRig(alertingFleet(url, 1))
    const labels = { alertname: 'Foreign', service: 'orders' }
    const key = alertKey(fingerprintOf(labels))
    await post([{ labels }])
    await silence(labels, 'boris', 'planned work')
    const id = await silence(labels, 'boris', 'ACK! looking into it')
    await isState(key, 'firing')
    await turnUntil('it is told of', () => source.acknowledgements().some((ack) => ack.silence === id))
    expect(source.acknowledgements().filter((ack) => ack.key === key)).toEqual([
      expect.objectContaining({ key, by: 'boris', known: false, code: null, silence: id }),
    ])
  })

  it('does not know of what another alert holds back', async () => {
    const { url, post } = alertmanager()
    const { isState } = alertRig(alertingFleet(url, 1))
    const held = { alertname: 'Held', service: 'billing', severity: 'warning' }
    const holder = { alertname: 'Holder', service: 'billing', severity: 'critical' }
    await post([{ labels: held }, { labels: holder }])
    await isState(alertKey(fingerprintOf(holder)), 'firing')
    expect(await isState(alertKey(fingerprintOf(held)), 'unknown')).toMatchObject({ priority: 3 })
  })

  it('clears nothing because it was restarted or is away, until it has run for long enough', async () => {
    const { url, post, stop, start } = alertmanager()
    const { source, isState, settle, become, turnUntil } = alertRig(alertingFleet(url, 1))
    const labels = { alertname: 'Restart', service: 'orders' }
    const key = alertKey(fingerprintOf(labels))
    await post([{ labels }])
    await isState(key, 'firing')
    become(alertingFleet(url, hours(1)))
    await stop()
    await isState(key, 'unknown')
    expect(source.state()?.fault).toMatch(/refused/)
    await start()
    await turnUntil('it is heard again', () => source.state()?.fault === null)
    await settle()
    expect(await isState(key, 'unknown')).not.toBeNull()
    expect(source.state()).toMatchObject({ restarted: true, alerts: 0 })
    become(alertingFleet(url, 1))
    await isState(key, 'clear')
  })

  it('clears what a ticket waits for and Alertmanager does not tell of, but nothing newer than its answer', async () => {
    const { isState, alarmOf, settle } = alertRig(alertingFleet(alertmanager().url, 1))
    const signal = {
      key: alertKey('00000000000000aa'),
      service: 'orders',
      title: 'gone',
      since: Date.now() - 1000,
    }
    expect(alarmOf(signal.key, [signal])).toMatchObject({
      state: 'unknown',
      service: 'orders',
      title: 'gone',
    })
    const first = await isState(signal.key, 'clear', [signal])
    expect(first.since).toBeGreaterThan(signal.since)
    // Others have seen it fire anew since.
    const again = { ...signal, since: Date.now() + 1 }
    expect(alarmOf(signal.key, [again])?.state).toBe('unknown')
    await settle()
    expect(alarmOf(signal.key, NOTHING_EXPECTED)).toBeNull()
  })
})
