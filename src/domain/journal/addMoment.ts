import { lengthOf, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import { alreadySo } from './alreadySo.ts'
import { momentKey } from './momentOfRow.ts'
import { inOneSpan, plainMoments } from './plainMoments.ts'
import type { VerdictMoment } from './verdictMoment.ts'

/** A night of fifteen hours in which a service flaps all the time still fits into what is kept. */
const MOST_AN_HOUR = 12

/** A grey that lasts for less is a doubt that the next answer settles, not how a service stood. */
const DOUBT: DurationMs = minutes(1)

/** Of more than so much doubt … */
const MOST_DOUBT: DurationMs = minutes(2)

/** … within so long nobody may say that the service was seen. */
const DOUBT_WITHIN: DurationMs = minutes(10)

/**
 * The moments after one more; `waitsUntil`: it was not noted, and may be from then on. Null: nothing has to wait. `doubts`: of
 * the last ten minutes, oldest first, to be handed in with the next moment.
 */
export type Added = {
  readonly moments: readonly VerdictMoment[]
  readonly waitsUntil: EpochMs | null
  readonly doubts: readonly SeenSpan[]
}

/** That a service is watched no more: it has neither pods nor reasons. */
export const isEnd = ({ light, reasons, pods }: VerdictMoment): boolean =>
  light === 'unknown' && reasons.length === 0 && pods.length === 0

const isWorse = (a: VerdictMoment, b: VerdictMoment): boolean => lightRank(a.light) < lightRank(b.light)

const isDoubt = (was: VerdictMoment, next: VerdictMoment): boolean =>
  was.light === 'unknown' && !isEnd(was) && next.light !== 'unknown' && next.at - was.at < DOUBT

/** Where the doubts begin that `before` ends with. */
const doubtsFrom = (before: readonly VerdictMoment[], next: VerdictMoment): number =>
  before.findLastIndex((was) => !isDoubt(was, next)) + 1

/** The doubts of the last ten minutes, with the one that the next moment ends. */
function doubtsWith(
  doubts: readonly SeenSpan[],
  before: readonly VerdictMoment[],
  next: VerdictMoment,
  seen: readonly SeenSpan[],
): readonly SeenSpan[] {
  const last = before.at(-1)
  const follows = last !== undefined && inOneSpan(last, next, seen)
  const ended = follows ? before[doubtsFrom(before, next)] : undefined
  const all = ended === undefined ? doubts : [...doubts, { from: ended.at, to: next.at }]
  return all.filter(({ from, to }) => from <= next.at && to > next.at - DOUBT_WITHIN)
}

/**
 * What replaces doubts: they belong to the worse of what stood before and what came of them, so that nobody looks better.
 * `before` ends with a doubt.
 */
function settled(
  before: readonly VerdictMoment[],
  next: VerdictMoment,
  seen: readonly SeenSpan[],
): readonly VerdictMoment[] {
  const stands = doubtsFrom(before, next)
  const kept = before.slice(0, stands)
  const [doubt, last] = [before[stands] ?? next, kept.at(-1)]
  const stood = last !== undefined && inOneSpan(last, doubt, seen) ? last : null
  if (stood === null) return [...kept, next]
  if (momentKey(stood) === momentKey(next)) return kept
  return [...kept, isWorse(next, stood) ? { ...next, at: doubt.at } : next]
}

/** The moments where the next one says how the last one is to be taken, and takes its place; null where it only follows. */
function correctedBy(
  before: readonly VerdictMoment[],
  last: VerdictMoment,
  next: VerdictMoment,
  seen: readonly SeenSpan[],
  doubts: readonly SeenSpan[],
): readonly VerdictMoment[] | null {
  if (isDoubt(last, next)) return lengthOf(doubts) > MOST_DOUBT ? null : settled(before, next, seen)
  return alreadySo(next, last) ? [...before.slice(0, -1), { ...next, at: last.at }] : null
}

/** Where an hour is full, a moment stands for the worst of its time, and what is better waits until there is room. */
function crowded(
  before: readonly VerdictMoment[],
  next: VerdictMoment,
  seen: readonly SeenSpan[],
): Pick<Added, 'moments' | 'waitsUntil'> | null {
  const oldest = before.at(-MOST_AN_HOUR)
  const last = before.at(-1)
  if (oldest === undefined || last === undefined || oldest.at <= next.at - hours(1)) return null
  // What nobody watched in between has no word: no moment stands for it.
  if (!inOneSpan(last, next, seen)) return null
  if (!isWorse(next, last)) return { moments: before, waitsUntil: oldest.at + hours(1) }
  return { moments: [...before.slice(0, -1), { ...next, at: last.at }], waitsUntil: null }
}

/**
 * The moments of a service, oldest first, with one more; the same array where that is no news. What is as before is told
 * again where nobody watched in between. A grey of less than a minute is left out, unless they are more than two minutes within
 * ten; of more than twelve moments within an hour the last one stands for the worst that comes. What was better for some minutes, for want of knowing what was so already,
 * is not kept. What a clock that was set back has dated later stays.
 *
 * `seen`: when anybody watched, the moment of `next` included. `lately`: the doubts that the moment before it was told with.
 */
export function addMoment(
  moments: readonly VerdictMoment[],
  next: VerdictMoment,
  seen: readonly SeenSpan[],
  lately: readonly SeenSpan[] = [],
): Added {
  const before = moments.filter(({ at }) => at <= next.at)
  const later = moments.slice(before.length).filter(({ at }) => at > next.at)
  const last = before.at(-1)
  const follows = last !== undefined && inOneSpan(last, next, seen)
  const doubts = doubtsWith(lately, before, next, seen)
  if (follows && momentKey(last) === momentKey(next)) return { moments, waitsUntil: null, doubts }
  const keep = (now: readonly VerdictMoment[]): Added => ({
    moments: plainMoments([...now, ...later], seen),
    waitsUntil: null,
    doubts,
  })
  const corrected = follows ? correctedBy(before, last, next, seen, doubts) : null
  if (corrected !== null) return keep(corrected)
  // A second word on the same millisecond is the one that counts.
  const others = last?.at === next.at ? before.slice(0, -1) : before
  const full = isEnd(next) ? null : crowded(others, next, seen)
  if (full === null) return keep([...others, next])
  return full.waitsUntil === null ? keep(full.moments) : { moments, waitsUntil: full.waitsUntil, doubts }
}
