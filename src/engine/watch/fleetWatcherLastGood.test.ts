import { describe, expect, it } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { seconds } from '#src/domain/time/units.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import { healthy, REFUSES, type Reply, says, saysJson } from '#src/engine/testing/reply.ts'
import { type WatchRig, watchRig } from '#src/engine/testing/watchRig.ts'

const KEPT = 'http://home.test/fleet.last-good.json'
const headers = { link: '<fleet.last-good.json>; rel="predecessor-version"' }
const orders = { name: 'orders', pods: ['http://orders-1.test', 'http://orders-2.test'] }
const ledger = { name: 'ledger', url: 'http://ledger-1.test' }
const fleet = (...services: FleetFile['services']): FleetFile => ({ services, endpoints: HEALTH_ONLY })

/** A page that is opened now, in front of a server with this fleet file and that one before it. */
function openedAt(home: Reply, kept: Reply): WatchRig {
  const rig = watchRig(home)
  rig.ports.network.on(KEPT, kept)
  for (const pod of ['orders-1', 'orders-2', 'ledger-1']) {
    rig.ports.network.on(`http://${pod}.test/`, healthy())
  }
  return rig
}

const troubles: readonly { name: string; home: Reply; state: object }[] = [
  {
    name: 'faulty',
    home: saysJson({ titel: 'Shop', services: [{ nmae: 'x' }] }, { headers }),
    state: { kind: 'invalid', issues: [{ path: 'titel' }, {}, {}, {}] },
  },
  { name: 'not JSON', home: says('{', { headers }), state: { kind: 'invalid', issues: [{ path: '' }] } },
  {
    name: 'away',
    home: says('', { status: 404, headers }),
    state: { kind: 'unreachable', detail: 'HTTP 404' },
  },
]

describe('a page that is opened while the fleet file cannot be used', () => {
  it.each(troubles)('watches the last good one and tells the fault: $name', async ({ home, state }) => {
    const rig = openedAt(home, saysJson(fleet(orders)))
    await rig.ports.clock.advance(seconds(8))
    expect(rig.light('orders')).toBe('green')
    expect(rig.page().file).toMatchObject({ ...state, lastGoodInUse: true })
    expect(rig.lights('orders')).toEqual(['unknown', 'green'])

    rig.write(fleet(orders, ledger))
    await rig.ports.clock.advance(seconds(18))
    expect([rig.page().file?.kind, rig.light('ledger')]).toEqual(['good', 'green'])
  })

  it.each(troubles)('says that it is in use also when it comes late: $name', async ({ home, state }) => {
    const rig = openedAt(home, REFUSES)
    await rig.ports.clock.advance(seconds(5))
    expect(rig.page()).toMatchObject({ strip: null, file: { ...state, lastGoodInUse: false } })
    rig.ports.network.on(KEPT, saysJson(fleet(orders)))
    await rig.ports.clock.advance(seconds(10))
    expect(rig.light('orders')).toBe('green')
    expect(rig.page().file).toMatchObject({ ...state, lastGoodInUse: true })
  })

  it('tells once what stays as it is', async () => {
    const rig = openedAt(says('{', { headers }), saysJson(fleet(orders)))
    await rig.ports.clock.advance(seconds(60))
    expect(rig.said.filter(({ message }) => message.kind === 'fleet-file')).toHaveLength(1)
    expect(rig.said.filter(({ message }) => message.kind === 'digest' && message.full)).toHaveLength(1)
    expect(rig.ports.network.to(HOME).length).toBeLessThan(8)
  })
})

describe('a page that is open while the fleet file breaks', () => {
  it('goes on, and takes a last good one that it has missed', async () => {
    const rig = openedAt(saysJson(fleet(orders)), saysJson(fleet(orders, ledger)))
    await rig.ports.clock.advance(seconds(8))
    rig.ports.network.on(HOME, says('{', { headers }))
    await rig.ports.clock.advance(seconds(15))
    expect([rig.light('orders'), rig.light('ledger')]).toEqual(['green', 'green'])
    expect(rig.page().file).toMatchObject({ kind: 'invalid', lastGoodInUse: true })
    expect(rig.lights('orders')).toEqual(['unknown', 'green'])
  })
})

describe('a fleet that is empty yet', () => {
  it('is good, and shows no light but grey', async () => {
    const rig = watchRig(fleet())
    await rig.ports.clock.advance(seconds(8))
    expect(rig.page()).toMatchObject({ file: { kind: 'good' }, strip: { light: 'unknown', podCount: 0 } })
    expect(rig.page().rows.size).toBe(0)
    rig.write(fleet(ledger))
    rig.ports.network.on('http://ledger-1.test/', healthy())
    await rig.ports.clock.advance(seconds(18))
    expect(rig.light('ledger')).toBe('green')
  })
})
