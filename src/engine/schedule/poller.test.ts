import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { plainAsker, plainUrl } from '#src/engine/testing/plainAsker.ts'
import { HEALTH_ONLY, podUrls, pollingRig } from '#src/engine/testing/pollingRig.ts'
import { HANGS, healthy, REFUSES, type Script } from '#src/engine/testing/reply.ts'

const ONE = { services: [{ name: 'orders', url: 'http://pod.test' }], endpoints: HEALTH_ONLY }
const HEALTH = 'http://pod.test/health'
const TICK = 500

const gapsOf = (times: readonly number[]): number[] => times.slice(1).map((at, i) => at - (times[i] ?? 0))

const askedAt = (rig: ReturnType<typeof pollingRig>, url: string): number[] =>
  rig.ports.network.to(url).map(({ at }) => at)

describe('the rhythm of one endpoint', () => {
  const rows: readonly { name: string; script: Script; shortest: number; longest: number }[] = [
    { name: 'answers at once', script: healthy(5), shortest: 4750, longest: 5250 + TICK + 5 },
    { name: 'answers slowly', script: healthy(2000), shortest: 6750, longest: 7250 + TICK },
    {
      name: 'refuses: said at once, so asked as often',
      script: REFUSES,
      shortest: 4750,
      longest: 5250 + TICK,
    },
  ]
  for (const { name, script, shortest, longest } of rows) {
    it(`${name}: one request an interval, counted from its end`, async () => {
      const rig = pollingRig(ONE)
      rig.ports.network.on(HEALTH, script)
      await rig.ports.clock.advance(minutes(10))
      const gaps = gapsOf(askedAt(rig, HEALTH))
      expect(gaps.length).toBeGreaterThan(75)
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(shortest)
      expect(Math.max(...gaps)).toBeLessThanOrEqual(longest)
    })
  }

  it('backs off up to a minute while it hangs, and takes up its rhythm with the first answer', async () => {
    const rig = pollingRig(ONE)
    rig.ports.network.on(HEALTH, HANGS)
    await rig.ports.clock.advance(minutes(5))
    const pauses = gapsOf(askedAt(rig, HEALTH)).map((gap) => Math.round((gap - seconds(4)) / seconds(5)) * 5)
    expect(pauses.slice(0, 4)).toEqual([5, 10, 20, 40])
    expect(pauses.slice(4).every((pause) => Math.abs(pause - 60) <= 5)).toBe(true)

    rig.ports.network.on(HEALTH, healthy())
    await rig.ports.clock.advance(minutes(2))
    expect(gapsOf(askedAt(rig, HEALTH).slice(-5)).every((gap) => gap < seconds(6))).toBe(true)
  })

  it('goes on when the time of day is set back by an hour', async () => {
    const rig = pollingRig(ONE)
    rig.ports.network.on(HEALTH, healthy())
    await rig.ports.clock.advance(minutes(1))
    rig.ports.clock.setBack(hours(1))
    await rig.ports.clock.advance(minutes(1))
    expect(askedAt(rig, HEALTH).filter((at) => at > minutes(1)).length).toBeGreaterThanOrEqual(10)
  })

  it('says of each answer how long it counts: three pauses, so that a long one does not make it stale', async () => {
    const rig = pollingRig(ONE)
    rig.ports.network.on(HEALTH, HANGS)
    await rig.ports.clock.advance(minutes(3))
    const freshFor = rig.ended.map(({ probe }) => probe.freshFor)
    expect(freshFor.slice(0, 6)).toEqual([27, 42, 72, 132, 192, 192].map(seconds))
  })
})

describe('the fleet', { timeout: 30_000 }, () => {
  it('is asked for health first, and not all at one tick', async () => {
    const rig = pollingRig({
      services: [{ name: 'orders', pods: podUrls(150, 'many origins') }],
      concurrency: 500,
    })
    for (const target of rig.targets) rig.ports.network.on(plainUrl(target), healthy())
    await rig.ports.clock.advance(seconds(2) + TICK)
    const { asked } = rig.ports.network
    expect(asked.length).toBe(3 * 150)
    expect(new Set(asked.slice(0, 60).map(({ url }) => url.split('/').at(-1)))).toEqual(new Set(['health']))
    const perTick = [500, 1000, 1500].map(
      (tick) => asked.filter(({ at }) => at >= tick && at < tick + 500).length,
    )
    expect(Math.max(...perTick)).toBeLessThan(250)
  })

  it('does not fall into step', async () => {
    const rig = pollingRig({
      services: [{ name: 'orders', pods: podUrls(200, 'many origins') }],
      endpoints: HEALTH_ONLY,
    })
    for (const target of rig.targets) rig.ports.network.on(plainUrl(target), healthy())
    await rig.ports.clock.advance(minutes(15))
    const lastRound = rig.ports.network.asked.filter(({ at }) => at >= minutes(15) - seconds(5))
    const ticks = new Map<number, number>()
    for (const { at } of lastRound) {
      const tick = Math.floor(at / TICK)
      ticks.set(tick, (ticks.get(tick) ?? 0) + 1)
    }
    // Ten ticks share 200 requests: 20 each would be even.
    expect(Math.max(...ticks.values())).toBeLessThanOrEqual(40)
  })

  it('fills places as they fall free: 150 pods behind one origin are asked in every interval', async () => {
    const rig = pollingRig({ services: [{ name: 'orders', pods: podUrls(150, 'one origin') }] })
    for (const target of rig.targets) rig.ports.network.on(plainUrl(target), healthy(20))
    await rig.ports.clock.advance(minutes(2))
    const healths = rig.targets.filter((target) => target.endpoint === 'health')
    const gaps = healths.flatMap((target) => gapsOf(askedAt(rig, plainUrl(target))))
    expect(Math.max(...gaps)).toBeLessThan(seconds(6.5))
    expect(rig.ports.network.peak('http://gateway.test/')).toBeLessThanOrEqual(4)
  })

  it('lets a pod that never answered be tried by one endpoint at a time', async () => {
    const rig = pollingRig({ services: [{ name: 'orders', url: 'http://pod.test' }] })
    rig.ports.network.on('http://pod.test/', HANGS)
    await rig.ports.clock.advance(minutes(5))
    expect(rig.ports.network.asked.length).toBeGreaterThan(6)
    expect(rig.ports.network.peak('http://pod.test/')).toBe(1)
  })
})

function threeEndpoints(): ReturnType<typeof pollingRig> {
  const rig = pollingRig({ services: [{ name: 'orders', url: 'http://pod.test' }] })
  rig.ports.network.on('http://pod.test/', healthy())
  return rig
}

describe('hasten', () => {
  it('asks an endpoint at the next tick, once', async () => {
    const one = threeEndpoints()
    await one.ports.clock.advance(seconds(20))
    expect(askedAt(one, 'http://pod.test/version')).toHaveLength(1)
    one.polls.hasten('orders', 'orders', 'version')
    one.polls.hasten('orders', 'orders', 'version')
    await one.ports.clock.advance(TICK)
    expect(askedAt(one, 'http://pod.test/version')).toHaveLength(2)
    await one.ports.clock.advance(minutes(1))
    expect(askedAt(one, 'http://pod.test/version')).toHaveLength(2)
  })

  it('knows nothing of what is not in the fleet', async () => {
    const one = threeEndpoints()
    one.polls.hasten('orders', 'orders-2', 'version')
    one.polls.hasten('ledger', 'orders', 'version')
    one.polls.hasten('orders', 'orders', 'ready')
    expect(one.polls.dueIn('orders', 'orders', 'ready')).toBeNull()
    expect(one.polls.dueIn('ledger', 'ledger', 'health')).toBeNull()
  })
})

describe('what else it keeps to', () => {
  it('says when an endpoint is due: counting down, and 0 while it is asked', async () => {
    const rig = pollingRig(ONE)
    rig.ports.network.on(HEALTH, healthy(800))
    await rig.ports.clock.advance(seconds(1) + TICK)
    expect(rig.polls.dueIn('orders', 'orders', 'health')).toBe(0)
    await rig.ports.clock.advance(seconds(1))
    const due = rig.polls.dueIn('orders', 'orders', 'health') ?? 0
    expect(due).toBeGreaterThan(seconds(3))
    await rig.ports.clock.advance(seconds(1))
    expect(rig.polls.dueIn('orders', 'orders', 'health')).toBe(due - seconds(1))
  })

  it('asks an endpoint that is nowhere again after five minutes, not before', async () => {
    const rig = pollingRig(ONE, {
      askerOf: (ports) => {
        const plain = plainAsker(ports)
        return {
          ...plain,
          ask: async (target, signal) => ({ ...(await plain.ask(target, signal)), absent: true }),
          pathOf: () => null,
        }
      },
    })
    await rig.ports.clock.advance(minutes(30))
    const gaps = gapsOf(askedAt(rig, HEALTH))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(minutes(5))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(minutes(5.5) + TICK + 5)
  })

  it('asks an endpoint that was nowhere as soon as a sibling has found its path', async () => {
    let found = false
    const rig = pollingRig(ONE, {
      askerOf: (ports) => {
        const plain = plainAsker(ports)
        return {
          ...plain,
          ask: async (target, signal) => ({ ...(await plain.ask(target, signal)), absent: !found }),
          pathOf: () => (found ? '/health' : null),
        }
      },
    })
    await rig.ports.clock.advance(minutes(1))
    expect(askedAt(rig, HEALTH)).toHaveLength(1)
    found = true
    await rig.ports.clock.advance(minutes(1))
    expect(askedAt(rig, HEALTH).length).toBeGreaterThan(9)
  })

  it('starts nothing any more once it is stopped, also what waits for a place', async () => {
    const rig = pollingRig({
      services: [{ name: 'orders', pods: podUrls(50, 'one origin') }],
      endpoints: HEALTH_ONLY,
    })
    rig.ports.network.on('http://gateway.test/', healthy(900))
    await rig.ports.clock.advance(seconds(1))
    const before = rig.ports.network.asked.length
    rig.polls.stop()
    await rig.ports.clock.advance(TICK - 1)
    expect(rig.ports.network.asked.length).toBe(before)
  })
})
