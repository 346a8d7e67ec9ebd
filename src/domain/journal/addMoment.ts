import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import { momentKey } from './momentOfRow.ts'
import { inOneSpan, plainMoments } from './plainMoments.ts'
import type { VerdictMoment } from './verdictMoment.ts'

/** A night of fifteen hours in which a service flaps all the time still fits into what is kept. */
const MOST_AN_HOUR = 12

/** A grey that lasts for less is a doubt that the next answer settles, not how a service stood. */
const DOUBT: DurationMs = minutes(1)

/** The moments after one more; `waitsUntil`: it was not noted, and may be from then on. Null: nothing has to wait. */
export type Added = { readonly moments: readonly VerdictMoment[]; readonly waitsUntil: EpochMs | null }

/** That a service is watched no more: it has neither pods nor reasons. */
export const isEnd = ({ light, reasons, pods }: VerdictMoment): boolean =>
  light === 'unknown' && reasons.length === 0 && pods.length === 0

const isWorse = (a: VerdictMoment, b: VerdictMoment): boolean => lightRank(a.light) < lightRank(b.light)

const isDoubt = (was: VerdictMoment, next: VerdictMoment): boolean =>
  was.light === 'unknown' && !isEnd(was) && next.light !== 'unknown' && next.at - was.at < DOUBT

const unchanged = (moments: readonly VerdictMoment[]): Added => ({ moments, waitsUntil: null })

/**
 * What replaces doubts: they belong to the worse of what stood before and what came of them, so that nobody looks better.
 * `before` ends with a doubt.
 */
function settled(
  before: readonly VerdictMoment[],
  next: VerdictMoment,
  seen: readonly SeenSpan[],
): readonly VerdictMoment[] {
  const stands = before.findLastIndex((was) => !isDoubt(was, next)) + 1
  const kept = before.slice(0, stands)
  const [doubt, last] = [before[stands] ?? next, kept.at(-1)]
  const stood = last !== undefined && inOneSpan(last, doubt, seen) ? last : null
  if (stood === null) return [...kept, next]
  if (momentKey(stood) === momentKey(next)) return kept
  return [...kept, isWorse(next, stood) ? { ...next, at: doubt.at } : next]
}

/** Where an hour is full, a moment stands for the worst of its time, and what is better waits until there is room. */
function crowded(before: readonly VerdictMoment[], next: VerdictMoment): Added | null {
  const oldest = before.at(-MOST_AN_HOUR)
  const last = before.at(-1)
  if (oldest === undefined || last === undefined || oldest.at <= next.at - hours(1)) return null
  if (!isWorse(next, last)) return { moments: before, waitsUntil: oldest.at + hours(1) }
  return unchanged([...before.slice(0, -1), { ...next, at: last.at }])
}

/**
 * The moments of a service, oldest first, with one more; the same array where that is no news. What is as before is told
 * again where nobody watched in between. A grey of less than a minute is left out; of more than twelve moments within an
 * hour the last one stands for the worst that comes. What a clock that was set back has dated later stays.
 *
 * `seen`: when anybody watched, the moment of `next` included.
 */
export function addMoment(
  moments: readonly VerdictMoment[],
  next: VerdictMoment,
  seen: readonly SeenSpan[],
): Added {
  const before = moments.filter(({ at }) => at <= next.at)
  const later = moments.slice(before.length).filter(({ at }) => at > next.at)
  const last = before.at(-1)
  const follows = last !== undefined && inOneSpan(last, next, seen)
  if (follows && momentKey(last) === momentKey(next)) return unchanged(moments)
  const keep = (now: readonly VerdictMoment[]): Added => unchanged(plainMoments([...now, ...later], seen))
  if (follows && isDoubt(last, next)) return keep(settled(before, next, seen))
  // A second word on the same millisecond is the one that counts.
  const others = last?.at === next.at ? before.slice(0, -1) : before
  const full = isEnd(next) ? null : crowded(others, next)
  if (full === null) return keep([...others, next])
  return full.waitsUntil === null ? keep(full.moments) : { ...full, moments }
}
