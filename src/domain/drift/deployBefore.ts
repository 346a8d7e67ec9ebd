import { SUSPECT_FOR } from '#src/domain/deploy/deploySuspected.ts'
import type { StartMark } from '#src/domain/series/startLife.ts'
import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import type { Drift } from './drift.ts'

/** Where a rise began is known to an hour at best: it may seem to have begun before its cause, */
const ONSET_ERROR: DurationMs = hours(1)

/** and of one that is found by windows of a day, to a quarter of it, which is as finely as their shape is looked at. */
const MOST_ONSET_ERROR: DurationMs = hours(6)

/**
 * The deploy that a drift may come from: the newest that came before it, else the first that came after it seems to have
 * begun, by less than that is uncertain. Null where there was none. `marks`: oldest first; what was known when the drift was
 * found, for a later deploy cannot be its cause.
 */
export function deployBefore(marks: readonly StartMark[], since: EpochMs): Drift['deploy'] {
  const deploys = marks.filter(({ kind }) => kind === 'deploy')
  const before = deploys.findLast(({ at }) => at <= since + ONSET_ERROR && since - at <= SUSPECT_FOR)
  const suspect = before ?? deploys.find(({ at }) => at > since && at <= since + MOST_ONSET_ERROR)
  return suspect === undefined ? null : { version: suspect.version, at: suspect.at }
}
