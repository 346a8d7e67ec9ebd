import { describe, expect, it } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { hours, seconds } from '#src/domain/time/units.ts'
import { detailOf } from '#src/engine/testing/detailOf.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import { HANGS, healthy, says } from '#src/engine/testing/reply.ts'
import { type WatchRig, watchRig } from '#src/engine/testing/watchRig.ts'

const POD = 'http://orders.test/'
const ORDERS: FleetFile = { services: [{ name: 'orders', url: POD }], endpoints: HEALTH_ONLY }

/** Until a request of a URL is under way. */
async function untilAsked(rig: WatchRig, url: string): Promise<void> {
  while (rig.ports.network.to(url).every(({ endedAt }) => endedAt !== null))
    await rig.ports.clock.advance(100)
}

describe('the computer sleeps while a request is under way', () => {
  // Timers and the monotonic clock stand still in the meantime; only the time of day shows it.
  it('and the answer of the evening is not the present of the morning', async () => {
    const rig = watchRig(ORDERS)
    let delay = 5
    rig.ports.network.on(POD, () => healthy(delay))
    await rig.ports.clock.advance(seconds(20))
    expect(rig.light('orders')).toBe('green')
    delay = 2000
    await untilAsked(rig, POD)
    const asleep = rig.ports.now()
    rig.ports.clock.setBack(hours(-8))
    rig.ports.network.on(POD, HANGS)
    const from = rig.said.length
    await rig.ports.clock.advance(seconds(6))
    const lights = rig.said.slice(from).map(({ view }) => view.rows.get('orders')?.light)
    expect(new Set(lights)).toEqual(new Set(['unknown']))
    expect(detailOf(rig.watcher, 'orders')?.pods[0]?.endpoints[0]?.at).toBeLessThanOrEqual(asleep)
  })

  it('and is green again with the first answer after it', async () => {
    const rig = watchRig({ ...ORDERS, thresholds: { slowAnswer: '4s' } })
    rig.ports.network.on(POD, healthy(2000))
    await rig.ports.clock.advance(seconds(20))
    await untilAsked(rig, POD)
    rig.ports.clock.setBack(hours(-8))
    await rig.ports.clock.advance(seconds(10))
    expect(rig.light('orders')).toBe('green')
  })
})

describe('a reading is as old as its question', () => {
  it('and a pod that takes its time is no less fresh for it', async () => {
    const rig = watchRig({ ...ORDERS, intervals: { health: '1s' }, thresholds: { slowAnswer: '4s' } })
    rig.ports.network.on(POD, healthy(800))
    await rig.ports.clock.advance(seconds(5))
    const from = rig.said.length
    await rig.ports.clock.advance(seconds(60))
    expect(rig.said.slice(from).map(({ view }) => view.rows.get('orders')?.light)).not.toContain('unknown')
  })

  it('so that a start told as an uptime is early by no more than the answer took, and never late', async () => {
    const rig = watchRig({
      services: [{ name: 'orders', url: POD }],
      endpoints: { health: '/health', metrics: '/metrics', version: false },
    })
    const born = rig.ports.now() - hours(1)
    rig.ports.network.on(`${POD}health`, healthy())
    rig.ports.network.on(`${POD}metrics`, () =>
      says(
        `# TYPE process_uptime_seconds gauge\nprocess_uptime_seconds ${(rig.ports.now() - born) / 1000}\n`,
        {
          delay: 3000,
        },
      ),
    )
    await rig.ports.clock.advance(seconds(60))
    const pod = detailOf(rig.watcher, 'orders')?.pods[0]
    expect(Math.abs((pod?.startedAt ?? 0) - born)).toBeLessThan(100)
    expect(pod?.endpoints.find(({ endpoint }) => endpoint === 'metrics')?.took).toBe(3000)
  })
})
