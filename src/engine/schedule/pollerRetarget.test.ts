import { describe, expect, it } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { targetsIn } from '#src/engine/testing/fleetOf.ts'
import { HEALTH_ONLY, type PollingRig, pollingRig } from '#src/engine/testing/pollingRig.ts'
import { HANGS, healthy } from '#src/engine/testing/reply.ts'

const orders = { name: 'orders', url: 'http://orders.test' }
const ledger = { name: 'ledger', url: 'http://ledger.test' }
const SLOW = '1m'
const fleet = (services: FleetFile['services'], more: Partial<FleetFile> = {}): FleetFile => ({
  services,
  endpoints: HEALTH_ONLY,
  intervals: { health: SLOW },
  ...more,
})

const asked = (rig: PollingRig, pod: string): number => rig.ports.network.to(`http://${pod}.test/`).length

/** Polls orders and ledger; the fleet file may be changed with `retarget`. */
function rigOf(): PollingRig {
  const rig = pollingRig(fleet([orders, ledger]))
  for (const pod of ['orders', 'ledger']) rig.ports.network.on(`http://${pod}.test/`, healthy())
  return rig
}

describe('a fleet that is described anew', () => {
  it('is asked no sooner for it, however often', async () => {
    const rig = rigOf()
    for (let i = 0; i < 30; i += 1) {
      await rig.ports.clock.advance(seconds(20))
      rig.polls.retarget(targetsIn(fleet([orders, ledger], { title: `written ${i} times` })))
    }
    expect(asked(rig, 'orders')).toBeLessThanOrEqual(11)
  })

  it('keeps the long pauses of what hangs', async () => {
    const rig = pollingRig(fleet([orders], { intervals: { health: '5s' } }))
    rig.ports.network.on('http://orders.test/', HANGS)
    await rig.ports.clock.advance(minutes(5))
    const before = asked(rig, 'orders')
    for (let i = 0; i < 30; i += 1) {
      rig.polls.retarget(targetsIn(fleet([orders, ledger], { intervals: { health: '5s' } })))
      await rig.ports.clock.advance(seconds(20))
    }
    expect(asked(rig, 'orders') - before).toBeLessThanOrEqual(11)
    expect(rig.ports.network.peak('http://orders.test/')).toBe(1)
  })

  it('lets go on what is under way, and takes its answer once', async () => {
    const rig = rigOf()
    rig.ports.network.on('http://orders.test/', healthy(3000))
    await rig.ports.clock.advance(seconds(2))
    rig.polls.retarget(targetsIn(fleet([orders])))
    await rig.ports.clock.advance(seconds(20))
    expect(asked(rig, 'orders')).toBe(1)
    expect(rig.ended.filter(({ probe }) => probe.service === 'orders')).toHaveLength(1)
  })

  const changes: readonly { name: string; to: FleetFile }[] = [
    { name: 'was taken out', to: fleet([ledger]) },
    { name: 'has another address', to: fleet([{ ...orders, url: 'http://ledger.test' }, ledger]) },
    { name: 'has another path', to: fleet([{ ...orders, endpoints: { health: '/up' } }, ledger]) },
    { name: 'is asked with cookies', to: fleet([{ ...orders, credentials: 'include' }, ledger]) },
  ]
  for (const { name, to } of changes) {
    it(`calls off what is under way where the pod ${name}: its answer is nobody's, its place free`, async () => {
      const rig = rigOf()
      rig.ports.network.on('http://orders.test/', HANGS)
      await rig.ports.clock.advance(seconds(2))
      const [first] = rig.ports.network.to('http://orders.test/')
      expect(first?.endedAt).toBeNull()
      rig.polls.retarget(targetsIn(to))
      expect(first?.endedAt).toBe(rig.ports.monotonic())
      await rig.ports.clock.advance(seconds(1))
      const own = rig.ended.filter(({ probe }) => probe.service === 'orders')
      expect(own.every(({ probe }) => probe.result.ok || probe.result.error.kind !== 'aborted')).toBe(true)
    })
  }

  it('is asked at its new rhythm at once where that is faster', async () => {
    const rig = rigOf()
    await rig.ports.clock.advance(seconds(3))
    rig.polls.retarget(targetsIn(fleet([orders, ledger], { intervals: { health: '5s' } })))
    await rig.ports.clock.advance(minutes(1))
    expect(asked(rig, 'orders')).toBeGreaterThanOrEqual(10)
  })
})

describe('stop', () => {
  it('calls off what is under way', async () => {
    const rig = rigOf()
    rig.ports.network.on('http://orders.test/', HANGS)
    await rig.ports.clock.advance(seconds(2))
    rig.polls.stop()
    await rig.ports.clock.advance(minutes(3))
    expect(rig.ports.network.asked.every(({ endedAt }) => endedAt !== null && endedAt <= seconds(2))).toBe(
      true,
    )
    expect(rig.ended.map(({ probe }) => probe.service)).toEqual(['ledger'])
  })
})

describe('forgiveTimeouts', () => {
  it('asks all that hung soon and not all at once, and lets others be', async () => {
    const pods = Array.from({ length: 40 }, (_, i) => `http://pod-${i + 1}.test`)
    const file = fleet([{ name: 'orders', pods }, ledger], { intervals: { health: '5s' }, concurrency: 100 })
    const rig = pollingRig(file)
    rig.ports.network.on('http://ledger.test/', healthy())
    for (const pod of pods) rig.ports.network.on(`${pod}/`, HANGS)
    await rig.ports.clock.advance(minutes(10))
    for (const pod of pods) rig.ports.network.on(`${pod}/`, healthy())
    const ledgerDue = rig.polls.dueIn('ledger', 'ledger', 'health')
    rig.polls.forgiveTimeouts()
    expect(rig.polls.dueIn('ledger', 'ledger', 'health')).toBe(ledgerDue)
    const from = rig.ports.monotonic()
    await rig.ports.clock.advance(seconds(10))
    const asks = rig.ports.network.to('http://pod-').filter(({ at }) => at >= from)
    expect(new Set(asks.map(({ url }) => url)).size).toBe(40)
    for (let tick = from; tick < from + seconds(10); tick += 500) {
      expect(asks.filter(({ at }) => at >= tick && at < tick + 500).length).toBeLessThanOrEqual(12)
    }
  })

  it('trusts them no more than before: one that still hangs is soon back at its long pauses', async () => {
    const rig = pollingRig(fleet([orders], { intervals: { health: '5s' } }))
    rig.ports.network.on('http://orders.test/', HANGS)
    await rig.ports.clock.advance(minutes(10))
    rig.polls.forgiveTimeouts()
    const before = asked(rig, 'orders')
    await rig.ports.clock.advance(minutes(2))
    expect(asked(rig, 'orders') - before).toBeLessThanOrEqual(5)
  })
})
