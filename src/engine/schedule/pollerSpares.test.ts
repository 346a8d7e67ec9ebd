import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { plainUrl } from '#src/engine/testing/plainAsker.ts'
import { type PollingRig, podUrls, pollingRig } from '#src/engine/testing/pollingRig.ts'
import { HANGS, healthy } from '#src/engine/testing/reply.ts'

const FLEET = { services: [{ name: 'orders', pods: podUrls(3, 'many origins') }] }

/** How often each endpoint of all pods was asked from now on for some minutes. */
async function askedFor(rig: PollingRig, time: number): Promise<Record<string, number>> {
  const from = rig.ports.monotonic()
  await rig.ports.clock.advance(time)
  const counts: Record<string, number> = {}
  for (const target of rig.targets) {
    const asked = rig.ports.network.to(plainUrl(target)).filter(({ at }) => at >= from).length
    counts[target.endpoint] = (counts[target.endpoint] ?? 0) + asked
  }
  return counts
}

describe('a pod whose health hangs', () => {
  it('is asked for nothing else, and for everything again once it answers', async () => {
    const rig = pollingRig(FLEET)
    for (const target of rig.targets) rig.ports.network.on(plainUrl(target), HANGS)
    await rig.ports.clock.advance(minutes(1))
    expect(await askedFor(rig, minutes(3))).toMatchObject({ metrics: 0, version: 0 })
    for (const target of rig.targets) rig.ports.network.on(plainUrl(target), healthy(20))
    await rig.ports.clock.advance(minutes(2))
    const later = await askedFor(rig, minutes(10))
    expect(later['metrics']).toBeGreaterThan(100)
    expect(later['version']).toBeGreaterThan(3)
  })

  it('goes on being asked for its health while only its metrics hang', async () => {
    const rig = pollingRig(FLEET)
    for (const target of rig.targets) {
      rig.ports.network.on(plainUrl(target), target.endpoint === 'metrics' ? HANGS : healthy(20))
    }
    await rig.ports.clock.advance(minutes(2))
    expect((await askedFor(rig, minutes(5)))['health']).toBeGreaterThan(3 * 50)
  })
})
