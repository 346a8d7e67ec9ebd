import { formatNumber } from './formatNumber.ts'
import { texts } from './texts.ts'
import { days, hours, minutes, seconds, type DurationMs } from '#src/domain/time/units.ts'

const { unit } = texts

function pair(
  duration: DurationMs,
  big: DurationMs,
  bigUnit: string,
  small: DurationMs,
  smallUnit: string,
): string {
  // Rounded to the small unit first, so that 1 h 59.7 min is 2 h, never 1 h 60 min.
  const smalls = Math.round(duration / small)
  const perBig = big / small
  const rest = smalls % perBig
  const head = `${Math.floor(smalls / perBig)} ${bigUnit}`
  return rest === 0 ? head : `${head} ${rest} ${smallUnit}`
}

/** How long something took or lasts: `0.4 ms`, `850 ms`, `2.4 s`, `12 s`, `3 min 5 s`, `2 h 5 min`, `4 d 3 h`. */
export function formatDuration(duration: DurationMs): string {
  if (!Number.isFinite(duration)) return '–'
  if (duration < 0) return `−${formatDuration(Math.abs(duration))}`
  if (duration < 999.5) return `${formatNumber(duration)} ${unit.ms}`
  if (duration < seconds(59.5)) return `${formatNumber(Math.round(duration / 100) / 10)} ${unit.s}`
  if (duration < minutes(59.5)) return pair(duration, minutes(1), unit.min, seconds(1), unit.s)
  if (duration < hours(23.99)) return pair(duration, hours(1), unit.h, minutes(1), unit.min)
  return pair(duration, days(1), unit.d, hours(1), unit.h)
}

export type Age = { readonly value: string; readonly unit: string }

/**
 * The age of a reading in one unit, rounded down: `0 s`, `12 s`, `3 min`, `2 h`, `4 d`.
 * A negative age (two clocks disagree a little) is 0 s. Number and unit apart: the unit is set quieter.
 */
export function formatAge(age: DurationMs): Age {
  const whole = (of: DurationMs): string => `${Math.floor(Math.max(0, age) / of)}`
  if (age < minutes(1)) return { value: whole(seconds(1)), unit: unit.s }
  if (age < hours(1)) return { value: whole(minutes(1)), unit: unit.min }
  if (age < days(1)) return { value: whole(hours(1)), unit: unit.h }
  return { value: whole(days(1)), unit: unit.d }
}
