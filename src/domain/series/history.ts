import { type Bytes, days, type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import {
  addElsewhere,
  addValue,
  type Bin,
  type BinRing,
  binRing,
  binsBetween,
  bytesOf,
  eachRow,
  FIRST_BINS,
  halve,
  mixRow,
  release,
  type Room,
} from './binRing.ts'
import { type RingMemory, ringMemory } from './ringMemory.ts'

/** A day in steps of two minutes, and four weeks in steps of an hour: at most 20 KB a series. */
export const FINE = { width: minutes(2), bins: days(1) / minutes(2) }
export const COARSE = { width: hours(1), bins: days(28) / hours(1) }

/** Values that lie further apart make no line in fine steps, and would only take its room. */
const FINE_ENOUGH: DurationMs = minutes(10)

/** Fine bins that a series keeps whatever happens: a little more than the hour that is not yet stored as a whole. */
const LEAST_FINE = 32

/** What is remembered of one quantity of one pod. */
export type History = { readonly fine: BinRing; readonly coarse: BinRing }

/** Memory for many histories: for the rings of young ones, and for full ones. In between none stays for long. */
export const historyMemory = (): RingMemory => ringMemory([FIRST_BINS, FINE.bins, COARSE.bins])

/**
 * A history without a value. Where there is no more room, coarse bins take that of fine ones: a month in steps of an
 * hour says more of a slope than the whole of the last day.
 */
export function emptyHistory(room: Room = () => true, memory?: RingMemory): History {
  const fine = binRing(FINE.width, FINE.bins, room, memory)
  const takeFine: Room = (more) => room(more) || (halve(fine, LEAST_FINE) && room(more))
  return { fine, coarse: binRing(COARSE.width, COARSE.bins, takeFine, memory) }
}

/** Remembers a value; see `addValue` for what is left out. */
export function remember({ fine, coarse }: History, t: EpochMs, value: number): void {
  addValue(fine, t, value)
  addValue(coarse, t, value)
}

/**
 * Remembers what somebody else measured over `[t, t + step)`: it never replaces what was seen here, and is replaced by
 * what will be.
 */
export function backfill({ fine, coarse }: History, t: EpochMs, value: number, step: DurationMs): void {
  if (step <= FINE_ENOUGH) addElsewhere(fine, t, value)
  addElsewhere(coarse, t, value)
}

/** Adds all bins of another history of the same quantity: where both saw something, all of it counts. */
export function mixHistory(into: History, from: History): void {
  for (const ring of ['fine', 'coarse'] as const) {
    eachRow(from[ring], 0, Infinity, (bin, mean, low, high, count) =>
      mixRow(into[ring], bin, mean, low, high, count),
    )
  }
}

/**
 * The bins that begin in `[from, to)`, oldest first: fine ones where the ring of fine ones reaches back to `from`, and
 * for the hours before the one in which they begin coarse ones.
 */
export function historyBetween({ fine, coarse }: History, from: EpochMs, to: EpochMs): readonly Bin[] {
  if (fine.newest === -1) return binsBetween(coarse, from, to)
  const fineFrom = fine.oldest * fine.width
  if (fineFrom <= from) return binsBetween(fine, from, to)
  // The hour in which the fine bins begin would be told twice: of it they tell more.
  const seam = Math.min(to, Math.floor(fineFrom / coarse.width) * coarse.width)
  return [...binsBetween(coarse, from, seam), ...binsBetween(fine, seam, to)]
}

/** Gives a history's memory back: nobody may use it any more. */
export function releaseHistory({ fine, coarse }: History): void {
  release(fine)
  release(coarse)
}

/** What a history takes, in bytes. */
export const historyBytes = ({ fine, coarse }: History): Bytes => bytesOf(fine) + bytesOf(coarse)
