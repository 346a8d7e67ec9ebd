import type { StartMark } from '#src/domain/series/startLife.ts'
import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'

/** As long as a deploy is suspected: what a process does from its start on shows within hours. */
const TOLD_FOR: DurationMs = hours(6)

/** Where a rise began is known to an hour at best: it may seem to have begun before its cause. */
const ONSET_ERROR: DurationMs = hours(1)

/** The newest restart after which a drift began, no later than within six hours; null where there was none. */
export const restartBefore = (marks: readonly StartMark[], since: EpochMs): EpochMs | null =>
  marks.findLast(({ kind, at }) => kind === 'restart' && at <= since + ONSET_ERROR && since - at <= TOLD_FOR)
    ?.at ?? null
