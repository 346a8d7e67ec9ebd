import { type DurationMs, minutes } from '#src/domain/time/units.ts'

/** What may happen to pods of a service. */
type SoakFault = 'down' | 'degraded' | 'refused' | 'error' | 'hangs' | 'restarted' | 'rolled out'

/** What each service goes through, one after the other. */
const FAULTS: readonly SoakFault[] = [
  'restarted',
  'down',
  'refused',
  'rolled out',
  'degraded',
  'error',
  'hangs',
]

/** These happen to all pods of a service, every other to one of them. */
const OF_ALL: ReadonlySet<SoakFault> = new Set(['down', 'rolled out'])

const EVERY: DurationMs = minutes(200)
const LASTS: DurationMs = minutes(6)

/** Services do not fail at the same time: of fifty, every four minutes one does. */
const APART: DurationMs = minutes(4)

/** The pods of a service. */
export const PODS = 3

/** What is the matter with a pod; `turn` tells one time from the next. */
export type Struck = { readonly fault: SoakFault; readonly turn: number }

/** What is the matter with pod number `pod` (from 0 on) of a service, so long after the soak began; null: nothing. */
export function faultOf(service: number, pod: number, since: DurationMs): Struck | null {
  const shifted = since + service * APART
  const turn = Math.floor(shifted / EVERY)
  const fault = FAULTS[(turn + service) % FAULTS.length]
  if (fault === undefined || shifted - turn * EVERY >= LASTS) return null
  return OF_ALL.has(fault) || pod === turn % PODS ? { fault, turn } : null
}
