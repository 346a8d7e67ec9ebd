import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import type { Asker } from '#src/engine/probe/asker.ts'
import type { Target } from '#src/engine/probe/target.ts'
import { type Poller, poller } from '#src/engine/schedule/poller.ts'
import { targetsIn } from './fleetOf.ts'
import { type HandPorts, handPorts } from './handPorts.ts'
import { plainAsker } from './plainAsker.ts'

/** A poller at work in a hand-made world, and what it reported when. */
export type PollingRig = {
  readonly ports: HandPorts
  readonly targets: readonly Target[]
  readonly polls: Poller
  readonly ended: { readonly at: DurationMs; readonly probe: ProbeEnded }[]
}

type Set = { readonly seed?: number; readonly askerOf?: (ports: HandPorts) => Asker }

/** Polls the fleet that a file describes, on the tick of the real thing. */
export function pollingRig(file: FleetFile, { seed = 1, askerOf = plainAsker }: Set = {}): PollingRig {
  const ports = handPorts(seed)
  const targets = targetsIn(file)
  const ended: PollingRig['ended'] = []
  const polls = poller(askerOf(ports), ports, (probe) => ended.push({ at: ports.monotonic(), probe }))
  polls.retarget(targets)
  ports.every(500, () => polls.tick())
  return { ports, targets, polls, ended }
}

/** Pod URLs: all behind one origin, or each with its own. */
export const podUrls = (count: number, where: 'one origin' | 'many origins'): string[] =>
  Array.from({ length: count }, (_, i) =>
    where === 'one origin' ? `http://gateway.test/pod-${i + 1}` : `http://pod-${i + 1}.test`,
  )

/** For fleets that are asked for health and nothing else. */
export const HEALTH_ONLY = { health: '/health', metrics: false, version: false } as const
