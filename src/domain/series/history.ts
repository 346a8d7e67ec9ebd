import { days, hours, minutes, type EpochMs } from '#src/domain/time/units.ts'
import { addValue, type Bin, type BinRing, binRing, binsBetween, bytesOf, putBin } from './binRing.ts'

/** A day in steps of two minutes, and four weeks in steps of an hour: at most 20 KB a series. */
export const FINE = { width: minutes(2), bins: days(1) / minutes(2) }
export const COARSE = { width: hours(1), bins: days(28) / hours(1) }

/** What is remembered of one quantity of one pod. */
export type History = { readonly fine: BinRing; readonly coarse: BinRing }

/** A history without a value. */
export const emptyHistory = (): History => ({
  fine: binRing(FINE.width, FINE.bins),
  coarse: binRing(COARSE.width, COARSE.bins),
})

/** Remembers a value; see `addValue` for what is left out. */
export function remember({ fine, coarse }: History, t: EpochMs, value: number): void {
  addValue(fine, t, value)
  addValue(coarse, t, value)
}

/** Remembers what somebody else measured over `[t, t + step)`: it never replaces what was seen here. */
export function backfill({ fine, coarse }: History, t: EpochMs, value: number): void {
  const bin: Bin = { t, mean: value, low: value, high: value, count: 1 }
  putBin(fine, bin)
  putBin(coarse, bin)
}

/**
 * The bins that begin in `[from, to)`, oldest first: fine ones where the ring of fine ones reaches back to `from`, and
 * for the time before it coarse ones.
 */
export function historyBetween({ fine, coarse }: History, from: EpochMs, to: EpochMs): readonly Bin[] {
  const fineFrom = fine.newest === -1 ? to : fine.oldest * fine.width
  if (fineFrom <= from) return binsBetween(fine, from, to)
  // The hour in which the fine bins begin would be told twice.
  const seam = Math.min(to, Math.ceil(fineFrom / coarse.width) * coarse.width)
  return [...binsBetween(coarse, from, seam), ...binsBetween(fine, seam, to)]
}

/** What a history takes, in bytes. */
export const historyBytes = ({ fine, coarse }: History): number => bytesOf(fine) + bytesOf(coarse)
