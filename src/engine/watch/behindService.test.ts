import { describe, expect, it } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { MONDAY } from '#src/engine/testing/handClock.ts'
import { healthy, REFUSES, says, saysJson } from '#src/engine/testing/reply.ts'
import { type WatchRig, watchRig } from '#src/engine/testing/watchRig.ts'
import type { BehindService } from './behindService.ts'

const POD = 'http://orders-1.test'
const FLEET: FleetFile = { services: [{ name: 'orders', pods: [{ name: 'orders-1', url: POD }] }] }

const METRICS = (startedAt: number): string =>
  `process_resident_memory_bytes 73400320\nprocess_start_time_seconds ${startedAt}\n`

function podRig(): WatchRig {
  const rig = watchRig(FLEET)
  rig.ports.network.on(`${POD}/healthz`, healthy(12))
  rig.ports.network.on(`${POD}/metrics`, says(METRICS(MONDAY / 1000 - 3600)))
  rig.ports.network.on(`${POD}/version`, saysJson({ version: '1.4.2', commit: '9f2c1ab' }))
  return rig
}

async function behind(rig: WatchRig, service = 'orders'): Promise<BehindService | null> {
  const told = await rig.watcher.answer({ about: 'behind', service })
  return told.about === 'behind' ? told.found : null
}

describe('what is behind a service', () => {
  it('is how it was deployed, as far as it was watched', async () => {
    const rig = podRig()
    await rig.ports.clock.advance(seconds(14))
    expect((await behind(rig))?.delivery.recent).toEqual([])
    const deployedAt = rig.ports.now()
    rig.ports.network.on(`${POD}/metrics`, says(METRICS(deployedAt / 1000)))
    rig.ports.network.on(`${POD}/version`, saysJson({ version: '1.4.3' }))
    await rig.ports.clock.advance(minutes(11))
    const { recent, dora } = (await behind(rig))?.delivery ?? {}
    expect(recent).toEqual([
      expect.objectContaining({ version: '1.4.3', at: deployedAt, outcome: 'so-far', redAt: null }),
    ])
    expect(dora).toMatchObject({ deploys: 1, unseen: 0, failed: 0 })
    expect(dora?.observedFor).toBeGreaterThan(minutes(10))
  })

  it('is a diagnosis only while something is wrong', async () => {
    const rig = podRig()
    await rig.ports.clock.advance(seconds(14))
    expect((await behind(rig))?.diagnosis).toEqual([])
    rig.ports.network.on(`${POD}/`, REFUSES)
    await rig.ports.clock.advance(seconds(30))
    const steps = (await behind(rig))?.diagnosis.map(({ step }) => step) ?? []
    expect(steps[0]).toBe('deploy')
    expect(steps.at(-1)).toBe('mitigate')
  })

  it('is nothing of a service that the fleet does not have', async () => {
    const rig = podRig()
    await rig.ports.clock.advance(seconds(1))
    expect(await behind(rig, 'nosuch')).toBeNull()
  })
})
