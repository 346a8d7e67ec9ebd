import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Deploy } from './deploysOf.ts'

/**
 * The old pod goes down before the new one is started: what begins so shortly before a deploy belongs to it. Nobody answers
 * trouble with a deploy within a minute.
 */
const STOPS_BEFORE: DurationMs = minutes(1)

/**
 * The deploy that what began at `since` follows: the newest that had begun by then, if `since` is no later than `within`
 * after its last pod. Null without one. `deploys`: oldest first.
 */
export function deployBehind(deploys: readonly Deploy[], since: EpochMs, within: DurationMs): Deploy | null {
  const newest = deploys.findLast(({ at }) => at <= since + STOPS_BEFORE)
  return newest !== undefined && since <= newest.lastAt + within ? newest : null
}
