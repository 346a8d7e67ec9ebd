import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import { health, healthOk } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { createWatch, digestChanges, observe } from '#src/domain/watch/watch.ts'
import { journaling } from '#src/engine/drill/journaling.ts'
import type { StorePort } from '#src/engine/ports.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'

const HOME = 'http://home.test/fleet.json'
/** Of two services, of which one needs the other. */
export const FLEET = fleetOf({ orders: { pods: 2, dependsOn: ['billing'] }, billing: 1 })

/** What a pod says when it is asked. */
export type Says = (pod: string, at: number) => ProbeEnded

/** A watch of two services whose pods say what the test wants, and its journal. */
export function journalingRig(store: StorePort | null, fleet = FLEET) {
  const ports = { ...handPorts(), store }
  const kept = journaling(HOME, ports)
  let watch = createWatch(fleet)

  const turn = (): void => {
    digestChanges(watch, ports.now())
    kept.turn(watch)
  }
  return {
    ...kept,
    ports,
    turn,
    now: () => ports.now(),
    watch: () => watch,
    adopt(next: typeof fleet) {
      watch = createWatch(next, watch)
      turn()
    },
    /** Lets time pass, with a turn so often; a pod that is not named says that it is well. */
    async run(duration: DurationMs, says: Readonly<Record<string, Says>> = {}, every = seconds(5)) {
      for (let left = duration; left > 0; left -= every) {
        await ports.clock.advance(every)
        for (const { pods } of watch.fleet.services) {
          for (const { name } of pods)
            observe(watch, (says[name] ?? healthOk)(name, ports.now()), ports.now())
        }
        turn()
      }
    },
  }
}

/** That it is down. */
export const down: Says = (pod, at) => health(pod, at, 'down')

/** The stretches of a service as text. */
export const told = (it: ReturnType<typeof journalingRig>, service = 'orders'): string[] =>
  it.journal.between(service, -Infinity, Infinity).map(({ moment, turn }) => `${moment.light} ${turn}`)
