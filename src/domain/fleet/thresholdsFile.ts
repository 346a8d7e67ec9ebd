import * as v from 'valibot'
import { DURATION } from '#src/domain/time/parseDuration.ts'

/* What may be written under "thresholds". A message is a key of `expectations.ts`, where the words for a person are. */

/** A duration as Prometheus writes it: `15s`. */
export const DURATION_TEXT = v.pipe(
  v.string('duration'),
  v.regex(DURATION, 'duration'),
  v.minLength(2, 'duration'),
)

/** A whole number from 1 to 1000. */
export const COUNT = v.pipe(
  v.number('count'),
  v.integer('count'),
  v.minValue(1, 'count'),
  v.maxValue(1000, 'count'),
)

const SHARE = v.pipe(v.number('share'), v.minValue(0, 'share'), v.maxValue(1, 'share'))
const FACTOR = v.pipe(v.number('factor'), v.minValue(1, 'factor'), v.maxValue(1000, 'factor'))

const PER_SECOND = v.pipe(v.number('perSecond'), v.minValue(0, 'perSecond'), v.finite('perSecond'))

/** Thresholds by the names of the policy, for the fleet or for one service; each may be left out. */
export const THRESHOLDS = v.object(
  {
    worsenAfter: v.optional(COUNT),
    recoverAfter: v.optional(COUNT),
    freshIntervals: v.optional(COUNT),
    quorum: v.optional(SHARE),
    levelOrange: v.optional(SHARE),
    levelRed: v.optional(SHARE),
    levelCpuFor: v.optional(DURATION_TEXT),
    certificateOrange: v.optional(DURATION_TEXT),
    certificateRed: v.optional(DURATION_TEXT),
    driftMargin: v.optional(DURATION_TEXT),
    errorsOrange: v.optional(SHARE),
    errorsRed: v.optional(SHARE),
    errorsAtLeast: v.optional(COUNT),
    errorsRise: v.optional(FACTOR),
    latencyOrange: v.optional(FACTOR),
    latencyRed: v.optional(FACTOR),
    latencyRedFor: v.optional(DURATION_TEXT),
    latencyAtLeast: v.optional(DURATION_TEXT),
    trafficOrange: v.optional(FACTOR),
    trafficAtLeast: v.optional(PER_SECOND),
    excursionFor: v.optional(DURATION_TEXT),
    warmUpMemory: v.optional(FACTOR),
    gcPauseOrange: v.optional(DURATION_TEXT),
    gcPauseRed: v.optional(DURATION_TEXT),
    pauseRedFor: v.optional(DURATION_TEXT),
    mutexTimes: v.optional(FACTOR),
    mutexAtLeast: v.optional(PER_SECOND),
    loopLagOrange: v.optional(DURATION_TEXT),
    loopLagRed: v.optional(DURATION_TEXT),
    gcCpuOrange: v.optional(SHARE),
    gcCpuRed: v.optional(SHARE),
    utilisationOrange: v.optional(SHARE),
    utilisationRed: v.optional(SHARE),
    loadOrange: v.optional(FACTOR),
    loadAtLeast: v.optional(COUNT),
    loadPatience: v.optional(DURATION_TEXT),
    slowAnswer: v.optional(DURATION_TEXT),
    expositionRed: v.optional(SHARE),
    flapBad: v.optional(COUNT),
    flapWindow: v.optional(COUNT),
    restartMemory: v.optional(DURATION_TEXT),
    crashLoopCount: v.optional(COUNT),
    crashLoopWindow: v.optional(DURATION_TEXT),
    rolloutWindow: v.optional(DURATION_TEXT),
    startUpWindow: v.optional(DURATION_TEXT),
    hypercare: v.optional(DURATION_TEXT),
  },
  'object',
)
