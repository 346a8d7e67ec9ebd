import type { DurationMs } from '#src/domain/time/units.ts'

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

/** In polls of a pod's health: however rare these are, each fault is seen. */
const EVERY = 100
const LASTS = 3

/** Services do not fail at the same time: of fifty, one does with every other poll. */
const APART = 2

/** The pods of a service. */
export const PODS = 3

/** What is the matter with a pod; `turn` tells one time from the next. */
export type Struck = { readonly fault: SoakFault; readonly turn: number }

/** A pod, by its number and that of its service (both from 0 on), and how often its health is asked for. */
export type SoakPlace = { readonly service: number; readonly pod: number; readonly asked: DurationMs }

/** What is the matter with a pod so long after the soak began; null: nothing. */
export function faultOf({ service, pod, asked }: SoakPlace, since: DurationMs): Struck | null {
  const shifted = since / asked + service * APART
  const turn = Math.floor(shifted / EVERY)
  const fault = FAULTS[(turn + service) % FAULTS.length]
  if (fault === undefined || shifted - turn * EVERY >= LASTS) return null
  return OF_ALL.has(fault) || pod === turn % PODS ? { fault, turn } : null
}
