import { days, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { keyText, type RecordKey, type RecordKind, readKey } from './recordKey.ts'

/** Fine bins are of use for a day, coarse ones for four weeks; an hour and a day more are the ones under way. */
const FINE_FOR = hours(25)
const COARSE_FOR = days(29)

/** The hour and the day (of UTC) that a time lies in. */
export const hourOf = (t: EpochMs): EpochMs => t - (t % hours(1))
export const dayOf = (t: EpochMs): EpochMs => t - (t % days(1))

/** Whether an hour's fine bins are still of use. */
export const isFineHour = (hour: EpochMs, now: EpochMs): boolean => hour >= now - FINE_FOR

/** Which records a database holds: an image of its keys, so that nothing needs to be asked before it is written. */
export type Shelf = {
  readonly of: (kind: RecordKind) => readonly RecordKey[]
  has(kind: RecordKind, at: EpochMs): boolean
  put(keys: Iterable<string>): void
  remove(keys: Iterable<string>): void
}

/** A shelf with these keys; those that are none of ours are left alone. */
export function shelf(keys: readonly string[]): Shelf {
  const held = new Map<string, RecordKey>()
  const put = (texts: Iterable<string>): void => {
    for (const text of texts) {
      const key = readKey(text)
      if (key !== null) held.set(text, key)
    }
  }
  put(keys)
  return {
    put,
    of: (kind) =>
      [...held.values()]
        .filter((key) => key.kind === kind)
        .toSorted((a, b) => a.at - b.at || a.part - b.part),
    has: (kind, at) => held.has(keyText({ kind, at, part: 0 })),
    remove: (texts) => {
      for (const text of texts) held.delete(text)
    },
  }
}

/**
 * Records that tell something at `now`, in the order in which they are best read: the newest first, then from the oldest
 * on, so that a ring is made as long as it has to be at once. Those from more than a minute ahead were written by a clock
 * that was wrong; old hours are only of use where their day was never written.
 */
export function recordsToRead(known: Shelf, now: EpochMs): readonly RecordKey[] {
  const isDue = ({ kind, at }: RecordKey): boolean => {
    if (at > now + minutes(1) || at < now - COARSE_FOR) return false
    return kind === 'day' || isFineHour(hourOf(at), now) || !known.has('day', dayOf(at))
  }
  const due = [...known.of('day'), ...known.of('hour'), ...known.of('minute')].filter(isDue)
  const newest = due.at(-1)
  const isNewest = ({ kind, at }: RecordKey): boolean => kind === newest?.kind && at === newest.at
  return [...due.filter(isNewest), ...due.filter((key) => !isNewest(key))]
}

/** Hours and days, by when they begin, whose bins are not stored as they are in memory. */
export type Unwritten = { readonly hours: Set<EpochMs>; readonly days: Set<EpochMs> }

/** Keys of records that nothing is lost with at `now`. */
export function recordsToDrop(known: Shelf, now: EpochMs, unwritten: Unwritten): string[] {
  const isSummed = ({ at }: RecordKey): boolean =>
    !unwritten.hours.has(hourOf(at)) && !unwritten.days.has(dayOf(at))
  return [
    ...known.of('day').filter(({ at }) => at < now - COARSE_FOR),
    ...known.of('hour').filter((key) => !isFineHour(key.at, now) && isSummed(key)),
    ...known.of('minute').filter((key) => hourOf(key.at) < hourOf(now) && isSummed(key)),
  ].map(keyText)
}

/** Notes the past hours and days, as far as they are of use, that have no record. */
export function noteMissing(known: Shelf, now: EpochMs, unwritten: Unwritten): void {
  for (let hour = hourOf(now) - hours(1); isFineHour(hour, now); hour -= hours(1))
    if (!known.has('hour', hour)) unwritten.hours.add(hour)
  for (let day = dayOf(now) - days(1); day >= now - COARSE_FOR; day -= days(1))
    if (!known.has('day', day)) unwritten.days.add(day)
}

/**
 * What is given up when the disk is full: the oldest quarter of the hours in fine steps; where there are none, of the days
 * in coarse ones.
 */
export function recordsToGiveUp(known: Shelf): { kind: 'hour' | 'day'; times: number; keys: string[] } {
  const kind = known.of('hour').length > 0 ? 'hour' : 'day'
  const held = known.of(kind)
  const times = [...new Set(held.map(({ at }) => at))]
  const given = new Set(times.slice(0, Math.ceil(times.length / 4)))
  return { kind, times: given.size, keys: held.filter(({ at }) => given.has(at)).map(keyText) }
}
