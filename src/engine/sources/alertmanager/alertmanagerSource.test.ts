import { describe, expect, it } from 'vitest'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { type HandPorts, handPorts } from '#src/engine/testing/handPorts.ts'
import { HANGS, REFUSES, saysJson, says, streams } from '#src/engine/testing/reply.ts'
import { alertmanagerSource } from './alertmanagerSource.ts'
import type { ExpectedSignal } from './alertSource.ts'

/*
 * What a real Alertmanager does not do at will: hang, send without end, hide behind a sign-in. All else is tried out on
 * a real one in realAlertmanager.test.ts.
 */

const HOME = 'http://home.test/fleet.json'
const AT = 'http://alerts.test/am/'
const NONE: readonly ExpectedSignal[] = []

const fleetOf = (alertmanager: object | null): Fleet => {
  const fleet = parseFleet({
    sources: alertmanager === null ? {} : { alertmanager },
    services: [{ name: 'orders', url: 'http://orders' }],
  })
  if (!fleet.ok) throw new Error('the fleet of this test is faulty')
  return fleet.value
}

const alert = (silencedBy: readonly string[] = []) => ({
  labels: { alertname: 'A', service: 'orders' },
  fingerprint: 'ab',
  startsAt: '2024-05-06T08:00:00Z',
  status: { state: silencedBy.length === 0 ? 'active' : 'suppressed', silencedBy, inhibitedBy: [] },
})

function working(ports: HandPorts, alerts: readonly object[] = [alert()]): void {
  ports.network.on(`${AT}api/v2/`, ({ request: { url } }) => {
    if (url.endsWith('/status')) return saysJson({ uptime: '2024-05-01T00:00:00Z' })
    return saysJson(url.endsWith('/silences') ? [] : alerts)
  })
}

function rig(
  file: object | null = { url: '/am', shownUrl: 'http://shown.test' },
  fleetUrl = 'http://alerts.test/f.json',
) {
  const ports = handPorts()
  let fleet = fleetOf(file)
  const source = alertmanagerSource({ fleet: () => fleet, fleetUrl, authorization: () => 'Bearer x' }, ports)
  ports.every(seconds(1), () => source.turn(ports.now()))
  const askedFor = (what: string) => ports.network.to(`${AT}api/v2/${what}`).map(({ at }) => at / 1000)
  return {
    ports,
    source,
    askedFor,
    alarms: () => source.alarms(ports.now(), NONE),
    become: (next: object | null) => {
      fleet = fleetOf(next)
    },
  }
}

describe('alertmanagerSource', () => {
  it('asks every 15 s, and for start and silences with every fourth poll', async () => {
    const { ports, source, askedFor, alarms } = rig()
    working(ports)
    expect(source.state()).toEqual({
      url: 'http://shown.test',
      heardAt: null,
      fault: null,
      restarted: false,
      alerts: 0,
    })
    await ports.clock.advance(seconds(64))
    expect(askedFor('alerts')).toEqual([1, 16, 31, 46, 61])
    expect(askedFor('status')).toHaveLength(2)
    expect(askedFor('silences')).toHaveLength(2)
    expect(ports.network.peak(AT)).toBe(1)
    expect(source.state()).toMatchObject({ fault: null, alerts: 1, heardAt: ports.now() - seconds(3) })
    expect(alarms()).toMatchObject([{ key: 'alertmanager|ab', state: 'firing', service: 'orders' }])
    expect(alarms()).toBe(alarms())
  })

  it('asks for silences with every poll while any alert is silenced', async () => {
    const { ports, askedFor } = rig()
    working(ports, [alert(['s'])])
    await ports.clock.advance(seconds(50))
    expect(askedFor('silences')).toHaveLength(4)
  })

  it('asks for the start before it believes that an alert ended', async () => {
    const { ports, askedFor, alarms } = rig()
    working(ports)
    await ports.clock.advance(seconds(17))
    working(ports, [])
    await ports.clock.advance(seconds(15))
    expect(askedFor('status')).toHaveLength(2)
    expect(alarms()).toMatchObject([{ state: 'clear' }])
  })

  it('asks ever less often while it is not answered, up to five minutes, and then as before', async () => {
    const { ports, source, askedFor, alarms } = rig()
    working(ports)
    await ports.clock.advance(seconds(2))
    ports.network.on(`${AT}api/v2/`, REFUSES)
    await ports.clock.advance(minutes(30))
    const asked = ports.network.to(`${AT}api/v2/alerts`).filter(({ mode }) => mode === 'read')
    const gaps = asked.map(({ at }, i) => Math.round((at - (asked[i - 1]?.at ?? 0)) / 1000)).slice(2)
    expect(gaps).toEqual([30, 60, 120, 240, 300, 300, 300, 300])
    // Why nobody answers is looked into once.
    expect(askedFor('alerts')).toHaveLength(asked.length + 1)
    expect(source.state()).toMatchObject({ fault: expect.stringMatching(/refused/), alerts: 1 })
    expect(alarms()).toMatchObject([{ state: 'unknown' }])
    working(ports)
    await ports.clock.advance(minutes(5) + seconds(16))
    expect(source.state()).toMatchObject({ fault: null })
    expect(alarms()).toMatchObject([{ state: 'firing' }])
    await ports.clock.advance(seconds(30))
    expect(
      askedFor('alerts')
        .slice(-2)
        .map((at, i, all) => at - (all[i - 1] ?? at)),
    ).toEqual([0, 15])
  })

  it('asks nothing while the browser is offline', async () => {
    const { ports, askedFor } = rig()
    ports.setOnline(false)
    await ports.clock.advance(minutes(1))
    expect(askedFor('')).toEqual([])
    ports.setOnline(true)
    await ports.clock.advance(seconds(2))
    expect(askedFor('alerts')).toHaveLength(1)
  })

  it.each([
    { name: 'hangs', reply: HANGS, fault: /4 s/ },
    { name: 'sends without end', reply: streams(endless()), fault: /8(\.0)? MiB/ },
    { name: 'wants a sign-in', reply: says('', { status: 401 }), fault: /sign-in/ },
    { name: 'is a sign-in page', reply: says(' <!doctype html>'), fault: /sign-in/ },
    {
      name: 'fails',
      reply: saysJson({ code: 500, message: 'no\nroom' }, { status: 500 }),
      fault: /500: no room$/,
    },
    { name: 'refuses in JSON', reply: saysJson('bad matcher', { status: 400 }), fault: /400: bad matcher$/ },
    { name: 'breaks off', reply: says('[{', { breaksOff: true }), fault: /broke off/ },
    { name: 'sends no JSON', reply: says('[{'), fault: /no JSON \(line 1, column 3\)/ },
    { name: 'sends other JSON', reply: saysJson({}), fault: /no list of alerts/ },
    { name: 'sends no CORS headers', reply: saysJson([], { readable: false }), fault: /CORS/ },
  ])('says so of one that $name', async ({ reply, fault }) => {
    const { ports, source, alarms } = rig({ url: AT }, HOME)
    ports.network.on(`${AT}api/v2/`, reply)
    await ports.clock.advance(seconds(12))
    expect(source.state()).toMatchObject({ heardAt: null, fault: expect.stringMatching(fault) })
    expect(alarms()).toEqual([])
  })

  it('tells silences with when it heard of them, and why not where it heard too long ago, or never', async () => {
    const { ports, source, become } = rig({ url: AT }, HOME)
    expect(source.silences()).toMatchObject({ asOf: null, why: 'has not answered yet' })
    working(ports)
    await ports.clock.advance(seconds(3))
    const asOf = ports.now() - seconds(2)
    expect(source.silences()).toEqual({ asOf, why: 'has not answered yet', silences: [] })
    ports.network.on(`${AT}api/v2/silences`, saysJson({}, { status: 500 }))
    await ports.clock.advance(minutes(2))
    expect(source.silences()).toMatchObject({ asOf })
    await ports.clock.advance(minutes(2))
    expect(source.silences()).toMatchObject({ asOf: null, why: expect.stringContaining('500') })
    become(null)
    expect(source.silences()).toBeNull()
  })

  it('goes by what the fleet file names now', async () => {
    const { ports, source, alarms, become, askedFor } = rig(null)
    working(ports)
    await ports.clock.advance(seconds(5))
    expect([source.state(), alarms(), source.acknowledgements()]).toEqual([null, [], []])
    expect(await source.backfill(0, 1)).toMatchObject({ ok: false })
    become({ url: AT, filter: ['team="a b"', 'x!=y'] })
    await ports.clock.advance(seconds(2))
    expect(ports.network.asked.map(({ url }) => url)[0]).toBe(
      `${AT}api/v2/alerts?filter=team%3D%22a+b%22&filter=x%21%3Dy`,
    )
    expect(alarms()).toHaveLength(1)
    become({ url: AT, filter: ['team="a b"', 'x!=y'], serviceLabels: ['app'] })
    expect(alarms()).toMatchObject([{ service: null }])
    become({ url: AT })
    expect(alarms()).toEqual([])
    source.stop()
    const before = askedFor('').length
    await ports.clock.advance(minutes(1))
    expect(askedFor('')).toHaveLength(before)
  })

  it('posts a silence with every label of the alert and as long as the file says', async () => {
    const { ports, source } = rig({ url: AT, silenceFor: '20m' })
    working(ports)
    await ports.clock.advance(seconds(2))
    const asking = source.silence('alertmanager|ab', { code: 'T-ABCDE', url: 'http://x.test/', by: 'anna' })
    ports.network.on(`${AT}api/v2/silences`, saysJson({ silenceID: 'id-1' }))
    await ports.clock.advance(seconds(1))
    expect(await asking).toMatchObject({ ok: false })
    const again = source.silence('alertmanager|ab', { code: 'T-ABCDE', url: 'http://x.test/', by: 'anna' })
    await ports.clock.advance(seconds(1))
    expect(await again).toEqual({ ok: true, value: 'id-1' })
    const posted: unknown = JSON.parse(ports.network.asked.findLast(({ json }) => json !== null)?.json ?? '')
    expect(posted).toEqual({
      matchers: [
        { name: 'alertname', value: 'A', isRegex: false, isEqual: true },
        { name: 'service', value: 'orders', isRegex: false, isEqual: true },
      ],
      startsAt: '2024-05-06T08:55:03.000Z',
      endsAt: '2024-05-06T09:15:03.000Z',
      createdBy: 'anna',
      comment: 'ACK! T-ABCDE http://x.test/',
    })
  })
})

function* endless(): Generator<Uint8Array> {
  const chunk = new Uint8Array(1 << 20).fill(32)
  for (;;) yield chunk
}
