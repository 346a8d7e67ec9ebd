import type { HealthState } from './healthReading.ts'

const RANK: Readonly<Record<HealthState, number>> = { ok: 0, unknown: 1, degraded: 2, down: 3 }

/** How bad a state is: ok 0, unknown 1, degraded 2, down 3. Not knowing is worse than ok, never better. */
export const healthRank = (state: HealthState): number => RANK[state]

/** The worse of two states. Symmetric, associative, with `ok` as its neutral element. */
export const worseOf = (a: HealthState, b: HealthState): HealthState => (RANK[a] >= RANK[b] ? a : b)

/** The worst of many states; `ok` for none at all, so callers decide what an empty list means. */
export const worstState = (states: Iterable<HealthState>): HealthState => {
  let worst: HealthState = 'ok'
  for (const state of states) worst = worseOf(worst, state)
  return worst
}
