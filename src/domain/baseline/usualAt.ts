import { type BinRing, eachRow } from '#src/domain/series/binRing.ts'
import type { History } from '#src/domain/series/history.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Usual } from './usual.ts'

/** A week: a load that has changed for good is usual after four days. */
const DAYS = 7

/** With fewer, one odd day would be what is usual. */
const LEAST_DAYS = 3

/** Of five days no more than two are a weekend; of fewer, most of them may be. */
const TELLING_DAYS = 5

const HOURS_A_DAY = 24

/** What happens now must not be its own measure, … */
const LEFT_OUT: DurationMs = minutes(10)

/** … and over two hours the load of an ordinary day moves by less than a factor of 1.6. */
const LOOKED_AT: DurationMs = minutes(120)

/** Half an hour has to be known, and a few values of it. */
const LEAST_KNOWN: DurationMs = minutes(30)
const LEAST_BINS = 6

/** The middle of some numbers, of an even count the mean of the two in the middle. NaN of none. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

type Moment = { readonly value: number; readonly peak: number }

/**
 * One day at the hour `hour` (counted from 1970): the mean of that hour, or of the hours beside it where it is not known,
 * and the highest value of all three, for what comes once a day may come a little earlier or later. Null: nothing is known.
 */
function dayAt(coarse: BinRing, hour: number): Moment | null {
  let [own, beside, count, peak] = [Number.NaN, 0, 0, Number.NEGATIVE_INFINITY]
  eachRow(coarse, hour - 1, hour + 1, (bin, mean, _low, high) => {
    if (bin === hour) own = mean
    beside += mean
    count += 1
    peak = Math.max(peak, high)
  })
  if (count === 0) return null
  return { value: Number.isNaN(own) ? beside / count : own, peak }
}

function knownDays(coarse: BinRing, at: EpochMs): readonly Moment[] {
  const hour = Math.floor(at / coarse.width)
  const days: Moment[] = []
  for (let day = 1; day <= DAYS; day++) {
    const moment = dayAt(coarse, hour - day * HOURS_A_DAY)
    if (moment !== null) days.push(moment)
  }
  return days
}

function usualOfHours(fine: BinRing, at: EpochMs): Usual | null {
  const until = at - LEFT_OUT
  const [first, last] = [Math.ceil((until - LOOKED_AT) / fine.width), Math.floor(until / fine.width) - 1]
  const means: number[] = []
  let oldest = Infinity
  eachRow(fine, first, last, (bin, mean) => {
    oldest = Math.min(oldest, bin * fine.width)
    means.push(mean)
  })
  if (means.length < LEAST_BINS || until - oldest < LEAST_KNOWN) return null
  const value = median(means)
  return { value, peak: value, of: 'hours' }
}

/**
 * What a quantity usually is at the time `at`. With at least three of the last seven days known at this hour, it is the
 * median of them; with at least half an hour known of the two hours that ended ten minutes ago, the median of those; else
 * null. While fewer than five days are known, most of which may be a weekend, the higher one of the two counts.
 */
export function usualAt({ coarse, fine }: History, at: EpochMs): Usual | null {
  const days = knownDays(coarse, at)
  if (days.length < LEAST_DAYS) return usualOfHours(fine, at)
  const value = median(days.map((day) => day.value))
  const usual: Usual = { value, peak: median(days.map((day) => day.peak)), of: 'days' }
  if (days.length >= TELLING_DAYS) return usual
  const hours = usualOfHours(fine, at)
  return hours !== null && hours.value > value ? hours : usual
}
