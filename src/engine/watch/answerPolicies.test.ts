import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { HANGS } from '#src/engine/testing/reply.ts'
import { watchRig } from '#src/engine/testing/watchRig.ts'

const ORDERS = { name: 'orders', url: 'http://orders.test' }

const FLEET: FleetFile = {
  thresholds: { levelOrange: 0.85 },
  services: [ORDERS, { name: 'billing', url: 'http://billing.test', thresholds: { levelOrange: 0.9 } }],
}

describe('the question for the policies', () => {
  it('is answered with the thresholds of the fleet file, as soon as that was read', async () => {
    const rig = watchRig(FLEET)
    const answer = rig.watcher.answer({ about: 'policies' })
    await rig.ports.clock.advance(seconds(1))
    expect(await answer).toEqual({
      about: 'policies',
      found: {
        fleet: { ...DEFAULT_POLICY, levelOrange: 0.85 },
        own: [{ service: 'billing', values: { levelOrange: 0.9 } }],
      },
    })
  })

  it('knows the thresholds of a file that was written anew, and keeps those of one that went bad', async () => {
    const rig = watchRig(FLEET)
    await rig.ports.clock.advance(seconds(1))
    rig.write({ services: [ORDERS] })
    await rig.ports.clock.advance(seconds(30))
    const told = { about: 'policies', found: { fleet: DEFAULT_POLICY, own: [] } }
    expect(rig.watcher.answer({ about: 'policies' })).toEqual(told)
    rig.ports.network.on(HOME, HANGS)
    await rig.ports.clock.advance(seconds(30))
    expect(rig.watcher.answer({ about: 'policies' })).toEqual(told)
  })
})
