import { describe, expect, it } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { EndpointDetail, PodDetail } from '#src/engine/protocol.ts'
import { detailOf } from '#src/engine/testing/detailOf.ts'
import { MONDAY } from '#src/engine/testing/handClock.ts'
import { HANGS, healthy, REFUSES, says, saysJson } from '#src/engine/testing/reply.ts'
import { type WatchRig, watchRig } from '#src/engine/testing/watchRig.ts'

const POD = 'http://orders-1.test'

const FLEET: FleetFile = { services: [{ name: 'orders', pods: [{ name: 'orders-1', url: POD }] }] }

const METRICS = (startedAt: number): string =>
  `process_resident_memory_bytes 73400320\nprocess_start_time_seconds ${startedAt}\n`

function podRig(file = FLEET): WatchRig {
  const rig = watchRig(file)
  rig.ports.network.on(
    `${POD}/healthz`,
    saysJson({ status: 'UP', components: { db: { status: 'UP' } } }, { delay: 12 }),
  )
  rig.ports.network.on(`${POD}/metrics`, says(METRICS(MONDAY / 1000 - 3600)))
  rig.ports.network.on(`${POD}/version`, saysJson({ version: '1.4.2', commit: '9f2c1ab' }))
  return rig
}

const podOf = (rig: WatchRig): PodDetail | undefined => detailOf(rig.watcher, 'orders')?.pods[0]

const endpointOf = (rig: WatchRig, name: EndpointDetail['endpoint']): EndpointDetail | undefined =>
  podOf(rig)?.endpoints.find(({ endpoint }) => endpoint === name)

describe('serviceDetail', () => {
  it('says of each endpoint its path, its last answer and its next turn', async () => {
    const rig = podRig()
    await rig.ports.clock.advance(seconds(4))
    const [health, metrics, version] = podOf(rig)?.endpoints ?? []
    expect(health).toMatchObject({ endpoint: 'health', path: '/healthz', took: 12, failure: null })
    expect(metrics).toMatchObject({ endpoint: 'metrics', path: '/metrics', failure: null })
    expect(version).toMatchObject({ endpoint: 'version', path: '/version', failure: null })
    for (const endpoint of [health, metrics, version]) {
      expect(endpoint?.at).toBeLessThan(rig.ports.now())
      expect(endpoint?.nextAt).toBeGreaterThan(rig.ports.now())
    }
    expect((health?.nextAt ?? 0) - (health?.at ?? 0)).toBeLessThanOrEqual(seconds(5.25) + 12)
  })

  it('carries what was read: checks, version, signals, start, and the raw results', async () => {
    const rig = podRig()
    await rig.ports.clock.advance(seconds(14))
    expect(podOf(rig)).toMatchObject({
      name: 'orders-1',
      url: POD,
      health: { state: 'ok', checks: [{ name: 'db', state: 'ok' }] },
      version: { version: '1.4.2', commit: '9f2c1ab' },
      startedAt: MONDAY - 3_600_000,
    })
    expect(podOf(rig)?.signals).toContainEqual(
      expect.objectContaining({ signal: 'memory', value: 73_400_320 }),
    )
    expect(podOf(rig)?.recent.map(({ good }) => good)).toEqual([true, true, true])
  })

  it('keeps the last reading beside the failure of now', async () => {
    const rig = podRig()
    await rig.ports.clock.advance(seconds(4))
    rig.ports.network.on(`${POD}/`, REFUSES)
    await rig.ports.clock.advance(seconds(12))
    expect(endpointOf(rig, 'health')).toMatchObject({
      path: '/healthz',
      failure: { kind: 'unreachable', by: 'browser', detail: null },
    })
    expect(podOf(rig)?.health?.state).toBe('ok')
    // It said so when it answered last, not when it refused.
    expect(podOf(rig)?.healthAt).toBe(podOf(rig)?.recent.findLast(({ good }) => good)?.at)
    expect(podOf(rig)?.recent.at(-1)?.good).toBe(false)
  })

  it('keeps the newest bad answer beside the good ones of now', async () => {
    const rig = podRig()
    await rig.ports.clock.advance(seconds(4))
    expect(podOf(rig)?.lastBad).toBeNull()
    rig.ports.network.on(`${POD}/`, saysJson({ status: 'DOWN' }, { status: 503 }))
    await rig.ports.clock.advance(seconds(5))
    rig.ports.network.on(`${POD}/`, healthy())
    await rig.ports.clock.advance(seconds(6))
    expect(podOf(rig)?.health?.state).toBe('ok')
    expect(podOf(rig)?.lastBad).toMatchObject({ result: { ok: true, value: { state: 'down' } } })
  })

  it('tells the own address of a pod that is asked through a gateway, and of no other', async () => {
    const gateway: FleetFile = {
      services: [
        { name: 'orders', pods: [{ url: POD, shownUrl: 'https://orders.test' }, { url: `${POD}/2` }] },
      ],
    }
    const rig = watchRig(gateway)
    await rig.ports.clock.advance(seconds(1))
    expect(detailOf(rig.watcher, 'orders')?.pods.map(({ url, shownUrl }) => [url, shownUrl])).toEqual([
      [POD, 'https://orders.test'],
      [`${POD}/2`, undefined],
    ])
  })

  it('says of an endpoint that is nowhere where it was looked for', async () => {
    const rig = watchRig(FLEET)
    rig.ports.network.on(`${POD}/health`, healthy())
    await rig.ports.clock.advance(seconds(4))
    expect(endpointOf(rig, 'metrics')).toMatchObject({
      path: null,
      failure: { kind: 'not-found', tried: expect.arrayContaining(['/metrics', '/debug/vars']) as string[] },
    })
  })

  it('leaves out what is not polled, and has nothing to say before the first answer', async () => {
    const rig = watchRig({ ...FLEET, endpoints: { metrics: false } })
    rig.ports.network.on(`${POD}/`, HANGS)
    await rig.ports.clock.advance(seconds(2))
    expect(podOf(rig)?.endpoints.map(({ endpoint }) => endpoint)).toEqual(['health', 'version'])
    expect(endpointOf(rig, 'health')).toEqual({
      endpoint: 'health',
      path: null,
      at: null,
      took: null,
      failure: null,
      nextAt: rig.ports.now(),
      holdsUntil: null,
    })
    expect(podOf(rig)).toMatchObject({
      health: null,
      version: null,
      signals: [],
      startedAt: null,
      recent: [],
    })
  })

  it('knows readiness where the fleet file names it', async () => {
    const rig = podRig({ ...FLEET, endpoints: { ready: '/ready' } })
    rig.ports.network.on(`${POD}/ready`, says('not yet', { status: 503 }))
    await rig.ports.clock.advance(seconds(4))
    expect(endpointOf(rig, 'ready')).toMatchObject({ path: '/ready', failure: null })
  })

  it('says until when what it says of the service holds: three intervals, where nothing more comes', async () => {
    const rig = podRig()
    await rig.ports.clock.advance(seconds(4))
    const until = detailOf(rig.watcher, 'orders')?.holdsUntil ?? 0
    const held = until - (endpointOf(rig, 'health')?.at ?? 0)
    expect(held).toBeGreaterThanOrEqual(seconds(15))
    expect(held).toBeLessThanOrEqual(seconds(15.5))
  })

  it('is null for a service that is not in the fleet', async () => {
    const rig = podRig()
    expect(detailOf(rig.watcher, 'orders')).toBeNull()
    await rig.ports.clock.advance(seconds(1))
    expect(detailOf(rig.watcher, 'ledger')).toBeNull()
  })
})

const versionsAsked = (rig: WatchRig, from: DurationMs): number =>
  rig.ports.network.to(`${POD}/version`).filter(({ at }) => at >= from).length

describe('a restart', () => {
  it('seen in the metrics asks for the version at once, and for nothing else', async () => {
    const rig = podRig()
    await rig.ports.clock.advance(seconds(60))
    expect(versionsAsked(rig, 0)).toBe(1)
    rig.ports.network.on(`${POD}/metrics`, says(METRICS(MONDAY / 1000 + 61)))
    rig.ports.network.on(`${POD}/version`, saysJson({ version: '1.4.3' }))
    await rig.ports.clock.advance(seconds(17))
    expect(versionsAsked(rig, seconds(60))).toBe(1)
    expect(podOf(rig)).toMatchObject({ version: { version: '1.4.3' }, startedAt: MONDAY + 61_000 })
    await rig.ports.clock.advance(seconds(60))
    expect(versionsAsked(rig, seconds(77))).toBe(0)
  })
})
