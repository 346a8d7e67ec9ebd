import { describe, expect, it } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import { HANGS, healthy, REFUSES, type Reply, says, saysJson } from '#src/engine/testing/reply.ts'
import { type WatchRig, watchRig } from '#src/engine/testing/watchRig.ts'

const GATEWAY = 'http://home.test/fleet/'

/** Pods behind the server that the fleet file comes from, or each at its own address. */
const fleet = (services: number, pods: number, where: 'gateway' | 'direct'): FleetFile => ({
  services: Array.from({ length: services }, (_, s) => ({
    name: `service-${s + 1}`,
    pods: Array.from({ length: pods }, (_, p) =>
      where === 'gateway' ? `fleet/service-${s + 1}/${p + 1}` : `http://pod-${s + 1}-${p + 1}.test`,
    ),
  })),
  endpoints: HEALTH_ONLY,
})

const POD_GONE = saysJson({ error: 'refused' }, { status: 502, headers: { 'x-morning-check': 'refused' } })

const directPods = (services: number, pods: number): string[] =>
  fleet(services, pods, 'direct').services.flatMap((service) =>
    (service.pods ?? []).map((pod) => `${pod as string}/`),
  )

async function runningRig(services: number, pods: number, where: 'gateway' | 'direct'): Promise<WatchRig> {
  const rig = watchRig(fleet(services, pods, where))
  const urls = where === 'gateway' ? [GATEWAY] : directPods(services, pods)
  for (const url of urls) rig.ports.network.on(url, healthy())
  await rig.ports.clock.advance(seconds(20))
  expect(rig.page().strip?.light).toBe('green')
  return rig
}

const everyLight = (rig: WatchRig): Set<string> =>
  new Set(rig.said.flatMap(({ view }) => [...view.rows.values()].map(({ light }) => light)))

const blindAt = (rig: WatchRig): number =>
  rig.said.find(({ view }) => view.strip?.blind != null)?.at ?? Number.NaN

/** The whole of home's server, gateway and fleet file alike. */
function breakHome(rig: WatchRig, reply: Reply): void {
  rig.ports.network.on('http://home.test/', reply)
}
function mendHome(rig: WatchRig): void {
  rig.ports.network.on('http://home.test/', null)
}

describe('home does not answer any more', { timeout: 30_000 }, () => {
  const ways: readonly { name: string; reply: Reply; within: number }[] = [
    { name: 'it is stopped', reply: REFUSES, within: seconds(8) },
    { name: 'its packets are swallowed', reply: HANGS, within: seconds(15) },
  ]
  const sizes = [
    { services: 1, pods: 2 },
    { services: 3, pods: 3 },
    { services: 50, pods: 3 },
  ]
  for (const { name, reply, within } of ways) {
    for (const { services, pods } of sizes) {
      it(`${name}, ${services} × ${pods} pods behind it: blind, and not one service red or orange`, async () => {
        const rig = await runningRig(services, pods, 'gateway')
        breakHome(rig, reply)
        await rig.ports.clock.advance(minutes(1.5))
        expect(blindAt(rig)).toBeLessThanOrEqual(seconds(20) + within)
        expect(rig.page().strip).toMatchObject({ light: 'unknown', blind: { cause: 'home-unreachable' } })
        expect(everyLight(rig)).toEqual(new Set(['unknown', 'green']))
        expect([...rig.page().rows.values()].every((row) => row.lastKnown?.light === 'green')).toBe(true)
        expect(rig.page().file).toMatchObject({ kind: 'unreachable', lastGoodInUse: true })
      })

      it(`${name}, ${services} × ${pods} pods behind it: sees again when it is back`, async () => {
        const rig = await runningRig(services, pods, 'gateway')
        breakHome(rig, reply)
        await rig.ports.clock.advance(minutes(1))
        mendHome(rig)
        await rig.ports.clock.advance(minutes(1.5))
        expect(rig.page().strip).toMatchObject({ light: 'green', blind: null })
        expect(rig.page().file).toMatchObject({ kind: 'good' })
        expect(everyLight(rig)).toEqual(new Set(['unknown', 'green']))
      })
    }
  }

  // A tick's look at the fleet file and the pods' own turns may fall in any order.
  it('at whatever moment: never red or orange first', async () => {
    for (const { reply } of ways) {
      for (let moment = 0; moment < 12; moment += 1) {
        const rig = await runningRig(1, 2, 'gateway')
        await rig.ports.clock.advance(seconds(moment))
        breakHome(rig, reply)
        await rig.ports.clock.advance(minutes(1))
        expect(everyLight(rig)).toEqual(new Set(['unknown', 'green']))
        expect(blindAt(rig)).toBeLessThanOrEqual(seconds(20 + moment + 15))
      }
    }
  })

  it('before anything was seen: told at once, although every row is grey already', async () => {
    const rig = watchRig(fleet(1, 2, 'gateway'))
    await rig.ports.clock.advance(100)
    breakHome(rig, REFUSES)
    await rig.ports.clock.advance(seconds(6))
    expect(rig.page().strip).toMatchObject({ light: 'unknown', blind: { cause: 'home-unreachable' } })
  })

  it('is no blindness where the pods are not behind it', async () => {
    const rig = await runningRig(3, 3, 'direct')
    breakHome(rig, REFUSES)
    await rig.ports.clock.advance(minutes(1))
    expect(rig.page().strip).toMatchObject({ light: 'green', blind: null })
    expect(rig.page().file).toMatchObject({ kind: 'unreachable', detail: 'no answer' })
  })
})

describe('the network swallows everything for ten minutes', { timeout: 30_000 }, () => {
  for (const { services, pods } of [
    { services: 50, pods: 1 },
    { services: 50, pods: 3 },
  ]) {
    it(`${services} × ${pods} pods: all are green again within half a minute, and are not asked in one burst`, async () => {
      const rig = await runningRig(services, pods, 'direct')
      const urls = directPods(services, pods)
      for (const url of urls) rig.ports.network.on(url, HANGS)
      await rig.ports.clock.advance(minutes(10))
      expect(rig.page().strip?.blind).not.toBeNull()
      for (const url of urls) rig.ports.network.on(url, healthy())
      const back = rig.ports.monotonic()
      await rig.ports.clock.advance(seconds(30))
      expect(rig.page().strip).toMatchObject({ light: 'green', blind: null })
      expect(everyLight(rig)).toEqual(new Set(['unknown', 'green']))
      const asked = rig.ports.network.to('http://pod-').filter(({ at }) => at >= back)
      for (let second = back; second < back + seconds(30); second += 1000) {
        const inIt = asked.filter(({ at }) => at >= second && at < second + 1000)
        expect(inIt.length).toBeLessThanOrEqual(0.4 * urls.length)
      }
    })
  }

  it('a fleet of which a third has no CORS headers is blind too when its network is gone, never red', async () => {
    const rig = watchRig(fleet(20, 1, 'direct'))
    for (const [i, url] of directPods(20, 1).entries()) {
      rig.ports.network.on(url, i % 3 === 0 ? says('ok', { readable: false }) : healthy())
    }
    await rig.ports.clock.advance(seconds(70))
    for (const url of directPods(20, 1)) rig.ports.network.on(url, REFUSES)
    await rig.ports.clock.advance(minutes(2))
    expect(rig.page().strip?.blind).toMatchObject({ cause: 'most-failed', failed: 20, of: 20 })
    expect(everyLight(rig)).toEqual(new Set(['unknown', 'green']))
  })
})

describe('what only looks like it', () => {
  it('the gateway says that a pod is gone: the pod is, and home is not asked for it', async () => {
    const rig = await runningRig(3, 2, 'gateway')
    const asked = rig.ports.network.to('http://home.test/fleet.json').length
    rig.ports.network.on(`${GATEWAY}service-1/1/`, POD_GONE)
    await rig.ports.clock.advance(seconds(12))
    expect(rig.light('service-1')).toBe('orange')
    expect(rig.page().strip).toMatchObject({ light: 'orange', blind: null })
    expect(rig.ports.network.to('http://home.test/fleet.json').length).toBeLessThanOrEqual(asked + 2)
  })

  it('one service of the fleet is gone: red', async () => {
    const rig = await runningRig(3, 2, 'direct')
    for (const pod of [1, 2]) rig.ports.network.on(`http://pod-1-${pod}.test/`, REFUSES)
    await rig.ports.clock.advance(seconds(15))
    expect(rig.light('service-1')).toBe('red')
    expect(rig.page().strip?.blind).toBeNull()
  })

  it('the pods are gone all at once, with home in reach: blind for that, and no service red', async () => {
    const rig = await runningRig(5, 2, 'direct')
    for (const url of directPods(5, 2)) rig.ports.network.on(url, REFUSES)
    await rig.ports.clock.advance(minutes(1))
    expect(rig.page().strip).toMatchObject({
      light: 'unknown',
      blind: { cause: 'most-failed', failed: 10, of: 10 },
    })
    expect(rig.lights('service-3').at(-1)).toBe('unknown')
  })
})

describe('the browser goes offline', () => {
  it('is told at the next tick', async () => {
    const rig = await runningRig(2, 2, 'direct')
    rig.ports.setOnline(false)
    await rig.ports.clock.advance(1000)
    expect(rig.page().strip).toMatchObject({ light: 'unknown', blind: { cause: 'offline' } })
  })

  for (const where of ['gateway', 'direct'] as const) {
    it(`and comes back, pods ${where}: sees at once, and is green when all have answered`, async () => {
      const rig = await runningRig(2, 2, where)
      const urls = ['http://home.test/', ...(where === 'direct' ? directPods(2, 2) : [])]
      rig.ports.setOnline(false)
      for (const url of urls) rig.ports.network.on(url, REFUSES)
      await rig.ports.clock.advance(minutes(1))
      expect(rig.page().strip?.blind).toMatchObject({ cause: 'offline' })

      rig.ports.setOnline(true)
      for (const url of urls) rig.ports.network.on(url, url === 'http://home.test/' ? null : healthy())
      await rig.ports.clock.advance(seconds(1.5))
      expect(rig.page().strip?.blind).toBeNull()
      await rig.ports.clock.advance(seconds(20))
      expect(rig.page().strip).toMatchObject({ light: 'green', blind: null })
      expect(everyLight(rig)).toEqual(new Set(['unknown', 'green']))
    })
  }
})
