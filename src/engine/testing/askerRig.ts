import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import { lookedAt } from '#src/engine/drill/lookedAt.ts'
import { type Asker, asker } from '#src/engine/probe/asker.ts'
import type { ProbeOutcome } from '#src/engine/probe/probeOutcome.ts'
import type { Target } from '#src/engine/probe/target.ts'
import { HOME, targetsIn } from './fleetOf.ts'
import { type HandPorts, handPorts } from './handPorts.ts'

/** An asker in a hand-made world, with a service of a few pods. */
export type AskerRig = {
  readonly ports: HandPorts
  readonly asks: Asker
  readonly target: (pod: number, endpoint?: Target['endpoint']) => Target
  /** Asks, lets `time` pass, and answers the outcome, or null where there is none yet. */
  readonly ask: (target: Target, time?: DurationMs) => Promise<ProbeOutcome | null>
  /** The paths that a pod was asked for, in order. */
  readonly paths: (pod: number) => string[]
  /** The same, of the last `count` requests. */
  readonly lastPaths: (pod: number, count: number) => string[]
  /** The modes of all requests, in order. */
  readonly modes: () => string[]
}

/** The origin of the rig's nth pod. */
export const origin = (pod: number): string => `http://orders-${pod}.test`

/** A rig of a service `orders` with three pods, unless `count` says otherwise. */
export function askerRig(more: Partial<FleetFile> = {}, count = 3): AskerRig {
  const ports = handPorts()
  const pods = Array.from({ length: count }, (_, i) => ({ name: `orders-${i + 1}`, url: origin(i + 1) }))
  const targets = targetsIn({ services: [{ name: 'orders', pods }], ...more })
  const asks = asker(HOME, ports, lookedAt(ports.monotonic))
  const paths = (pod: number): string[] =>
    ports.network.to(`${origin(pod)}/`).map(({ url }) => new URL(url).pathname)
  return {
    ports,
    asks,
    target: (pod, endpoint = 'health') => {
      const found = targets.find((one) => one.pod.name === `orders-${pod}` && one.endpoint === endpoint)
      if (found === undefined) throw new Error(`no ${endpoint} of pod ${pod}`)
      return found
    },
    ask: async (target, time = seconds(5)) => {
      const outcome = asks.ask(target, null)
      await ports.clock.advance(time)
      return Promise.race([outcome, Promise.resolve(null)])
    },
    paths,
    lastPaths: (pod, last) => paths(pod).slice(-last),
    modes: () => ports.network.asked.map(({ mode }) => mode),
  }
}

/** `ok`, or the failure, of an outcome. */
export const resultOf = (outcome: ProbeOutcome | null): unknown => {
  if (outcome === null) return 'nothing yet'
  return outcome.answer.result.ok ? 'ok' : outcome.answer.result.error
}
