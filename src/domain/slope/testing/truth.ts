import { days, type EpochMs, hours } from '#src/domain/time/units.ts'
import { noiseLimit, structuralLimit, type Visible } from './limits.ts'
import type { Truth } from './scenario.ts'

export type Growth = Visible & {
  readonly onset: EpochMs
  /** Null where `added` is no straight line. */
  readonly perHour: number | null
  readonly limit?: number
}

/** The truth about a growth: when it hits its limit and how soon it can be seen at all. */
export const truthOf = (growth: Growth): Truth => {
  const seen = noiseLimit(growth)
  const hit = hoursToLimit(growth)
  return {
    onset: growth.onset,
    slopePerHour: growth.perHour,
    hitsLimitAt: hit === null ? null : growth.onset + Math.round(hours(hit)),
    noiseLimit: hours(seen),
    structuralLimit: hours(structuralLimit(seen, growth)),
  }
}

/** Where a series has to end: a process that reached its limit is gone. */
export const endOf = ({ hitsLimitAt }: Truth, until: EpochMs): EpochMs =>
  Math.min(until, hitsLimitAt ?? until)

const LONGEST_HOURS = days(400) / hours(1)

const hoursToLimit = ({ level, added, limit }: Growth): number | null => {
  if (limit === undefined || level + added(LONGEST_HOURS) < limit) return null
  let low = 0
  let high = LONGEST_HOURS
  while (high - low > 1e-4) {
    const middle = (low + high) / 2
    if (level + added(middle) < limit) low = middle
    else high = middle
  }
  return high
}
