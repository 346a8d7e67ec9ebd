import { describe, expect, it } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { detailOf } from '#src/engine/testing/detailOf.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import { healthy, REFUSES, type Reply, says, saysJson } from '#src/engine/testing/reply.ts'
import { type WatchRig, watchRig } from '#src/engine/testing/watchRig.ts'

const RELOADED = seconds(11)

const orders = { name: 'orders', pods: ['http://orders-1.test', 'http://orders-2.test'] }
const ledger = { name: 'ledger', url: 'http://ledger-1.test' }
const search = { name: 'search', url: 'http://search-1.test' }
const fleet = (...services: FleetFile['services']): FleetFile => ({ services, endpoints: HEALTH_ONLY })

const down = (delay = 5): Reply => saysJson({ status: 'DOWN' }, { status: 503, delay })

async function runningRig(file: FleetFile): Promise<WatchRig> {
  const rig = watchRig(file)
  for (const pod of ['orders-1', 'orders-2', 'orders-3', 'ledger-1', 'search-1']) {
    rig.ports.network.on(`http://${pod}.test/`, healthy())
  }
  await rig.ports.clock.advance(seconds(8))
  return rig
}

const asksOf = (rig: WatchRig, pod: string): number => rig.ports.network.to(`http://${pod}.test/`).length

describe('the fleet file is edited while it is watched', () => {
  it('a new service is polled and shown', async () => {
    const rig = await runningRig(fleet(orders))
    rig.write(fleet(orders, search))
    await rig.ports.clock.advance(RELOADED)
    expect(rig.light('search')).toBe('green')
    expect(rig.page().rows.size).toBe(2)
  })

  it('a service that was taken out is named as gone, and polled no more', async () => {
    const rig = await runningRig(fleet(orders, ledger))
    rig.write(fleet(orders))
    await rig.ports.clock.advance(RELOADED)
    const full = rig.said.findLast(({ message }) => message.kind === 'digest' && message.full)
    expect(full?.message).toMatchObject({ gone: ['ledger'] })
    expect([...rig.page().rows.keys()]).toEqual(['orders'])
    expect(rig.page().strip).toMatchObject({ podCount: 2, counts: { green: 1, unknown: 0 } })
    const before = asksOf(rig, 'ledger-1')
    await rig.ports.clock.advance(minutes(1))
    expect(asksOf(rig, 'ledger-1')).toBe(before)
  })

  it('pods come and go within a service', async () => {
    const rig = await runningRig(fleet(orders))
    rig.write(
      fleet({
        name: 'orders',
        pods: ['http://orders-1.test', { name: 'orders-3', url: 'http://orders-3.test' }],
      }),
    )
    await rig.ports.clock.advance(RELOADED)
    const before = asksOf(rig, 'orders-2')
    await rig.ports.clock.advance(seconds(30))
    expect(asksOf(rig, 'orders-2')).toBe(before)
    expect(
      rig
        .page()
        .rows.get('orders')
        ?.pods.map(({ name, light }) => `${name} ${light}`),
    ).toEqual(['orders-1 green', 'orders-3 green'])
  })

  it('what is known of the others stays: no row turns grey because another was edited', async () => {
    const rig = await runningRig(fleet(orders, ledger))
    const before = rig.lights('ledger')
    rig.write({ ...fleet(orders, ledger, search), title: 'Shop' })
    await rig.ports.clock.advance(RELOADED)
    expect(rig.page().strip?.title).toBe('Shop')
    expect(rig.lights('ledger')).toEqual(before)
  })

  it('a late answer to a question of before is not taken for the pod as it is described now', async () => {
    const rig = watchRig(fleet(ledger))
    // The first one is good: a bad one would be asked about again at once.
    rig.ports.network.on('http://ledger-1.test/', ({ nth }) => (nth === 0 ? healthy(3500) : down(3500)))
    rig.ports.network.on('http://search-1.test/', healthy())
    await rig.ports.clock.advance(seconds(10))
    expect(rig.ports.network.to('http://ledger-1.test/').at(-1)?.endedAt).toBeNull()
    expect(rig.ports.network.to(HOME)).toHaveLength(1)
    const answered = detailOf(rig.watcher, 'ledger')?.pods[0]?.recent.length
    rig.write(fleet({ name: 'ledger', url: 'http://search-1.test' }))
    await rig.ports.clock.advance(seconds(5))
    expect(answered).toBe(1)
    expect(rig.ports.network.to('http://ledger-1.test/').every(({ endedAt }) => endedAt !== null)).toBe(true)
    expect(detailOf(rig.watcher, 'ledger')?.pods[0]?.recent.every(({ good }) => good)).toBe(true)
    expect(rig.light('ledger')).toBe('green')
  })

  it('what was waiting for its turn is not asked any more', async () => {
    const pods = Array.from({ length: 60 }, (_, i) => `http://slow.test/pod-${i + 1}`)
    const rig = watchRig(fleet(ledger, { name: 'slow', pods }))
    rig.ports.network.on('http://slow.test/', healthy(900))
    rig.ports.network.on('http://ledger-1.test/', healthy())
    await rig.ports.clock.advance(seconds(10))
    const others = rig.ports.network.peak('http://slow.test/')
    rig.write(fleet(ledger))
    await rig.ports.clock.advance(seconds(1))
    const before = rig.ports.network.to('http://slow.test/').length
    expect([others, rig.page().rows.size]).toEqual([4, 1])
    await rig.ports.clock.advance(seconds(10))
    expect(rig.ports.network.to('http://slow.test/').length).toBe(before)
  })

  it('a request of a pod that was taken out is called off, one of a pod that stays goes on', async () => {
    const rig = await runningRig(fleet(orders, ledger))
    for (const pod of ['orders-1', 'ledger-1']) rig.ports.network.on(`http://${pod}.test/`, healthy(3900))
    await rig.ports.clock.advance(seconds(3))
    rig.write(fleet(orders))
    await rig.ports.clock.advance(seconds(30))
    const took = (pod: string): number[] =>
      rig.ports.network.to(`http://${pod}.test/`).map(({ at, endedAt }) => (endedAt ?? Number.NaN) - at)
    expect(took('ledger-1').at(-1)).toBeLessThan(3900)
    expect(took('orders-1').slice(2, 5)).toEqual([3900, 3900, 3900])
    expect(rig.ports.network.peak('http://orders-1.test/')).toBe(1)
  })

  it('finds paths no second time for it, however often the file is written', async () => {
    const services = [orders, ledger]
    const rig = watchRig({ services })
    for (const pod of ['orders-1', 'orders-2', 'ledger-1']) {
      rig.ports.network.on(`http://${pod}.test/api/health`, healthy())
    }
    for (let n = 1; n <= 10; n += 1) {
      await rig.ports.clock.advance(seconds(20))
      rig.write({ title: `Shop, written ${n} times`, services })
    }
    const paths = rig.ports.network.to('http://ledger-1.test/').map(({ url }) => new URL(url).pathname)
    expect(paths.filter((path) => path === '/health')).toHaveLength(1)
    expect(paths.filter((path) => path === '/metrics')).toHaveLength(1)
    expect(rig.page().strip?.title).toMatch(/written/)
  })

  it('is not taken for news when it says what it said before', async () => {
    const rig = await runningRig(fleet(orders, ledger))
    const fulls = (): number =>
      rig.said.filter(({ message }) => message.kind === 'digest' && message.full).length
    rig.ports.network.on(HOME, says('{'))
    await rig.ports.clock.advance(RELOADED)
    rig.ports.network.on(HOME, says(JSON.stringify(fleet(orders, ledger), null, 2)))
    await rig.ports.clock.advance(RELOADED)
    expect(rig.page().file).toMatchObject({ kind: 'good' })
    expect(fulls()).toBe(1)
  })

  it('asks pods no faster for it', async () => {
    const rig = await runningRig(fleet(orders))
    rig.write(fleet(orders, search))
    await rig.ports.clock.advance(seconds(60))
    expect(asksOf(rig, 'orders-1')).toBeLessThanOrEqual(68 / 4.75 + 2)
    expect(rig.ports.network.peak('http://orders-1.test/')).toBe(1)
  })
})

describe('a fleet file that cannot be used', () => {
  const unusable: readonly { name: string; reply: Reply; state: object }[] = [
    { name: 'not JSON', reply: says('{ "services": ['), state: { kind: 'invalid', issues: [{ path: '' }] } },
    {
      name: 'faulty',
      reply: saysJson({ services: [{ name: 'a' }] }),
      state: { kind: 'invalid', issues: [{ path: 'services[0].url' }] },
    },
    {
      name: 'a URL that cannot be',
      reply: saysJson({ services: [{ name: 'a', url: 'http://a:70000' }] }),
      state: { kind: 'invalid', issues: [{ path: 'services[0].url' }] },
    },
    { name: 'missing', reply: says('', { status: 404 }), state: { kind: 'unreachable', detail: 'HTTP 404' } },
    { name: 'out of reach', reply: REFUSES, state: { kind: 'unreachable', detail: 'no answer' } },
  ]

  for (const { name, reply, state } of unusable) {
    it(`${name}: the last good one stays in use, and a page is told`, async () => {
      const rig = await runningRig(fleet(orders))
      rig.ports.network.on(HOME, reply)
      await rig.ports.clock.advance(RELOADED)
      expect(rig.page().file).toMatchObject({ ...state, url: HOME, lastGoodInUse: true })
      const before = asksOf(rig, 'orders-1')
      await rig.ports.clock.advance(minutes(1))
      expect(asksOf(rig, 'orders-1')).toBeGreaterThan(before + 8)
      expect(rig.light('orders')).toBe('green')
      expect(rig.said.filter(({ message }) => message.kind === 'fleet-file')).toHaveLength(2)

      rig.write(fleet(orders))
      await rig.ports.clock.advance(RELOADED)
      expect(rig.page().file).toMatchObject({ kind: 'good' })
    })

    it(`${name} from the start: said so, and looked at again every other second`, async () => {
      const rig = watchRig(reply)
      rig.ports.network.on('http://orders-1.test/', healthy())
      rig.ports.network.on('http://orders-2.test/', healthy())
      await rig.ports.clock.advance(seconds(10))
      expect(rig.page()).toMatchObject({ strip: null, file: { ...state, lastGoodInUse: false } })
      expect(detailOf(rig.watcher, 'orders')).toBeNull()
      expect(rig.ports.network.to(HOME).length).toBeGreaterThanOrEqual(4)
      rig.write(fleet(orders))
      await rig.ports.clock.advance(seconds(5))
      expect(rig.light('orders')).toBe('green')
      expect(rig.page().file).toMatchObject({ kind: 'good' })
    })
  }

  it('goes from one trouble to another, and each is told', async () => {
    const rig = await runningRig(fleet(orders))
    for (const reply of [says('{'), REFUSES, says('', { status: 404 }), says('{')]) {
      rig.ports.network.on(HOME, reply)
      await rig.ports.clock.advance(RELOADED)
    }
    const told = rig.said.flatMap(({ message }) => (message.kind === 'fleet-file' ? [message.state] : []))
    expect(told.map((state) => (state.kind === 'unreachable' ? state.detail : state.kind))).toEqual([
      'good',
      'invalid',
      'no answer',
      'HTTP 404',
      'invalid',
    ])
  })
})
