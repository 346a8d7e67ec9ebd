import { days, type DurationMs, hours, minutes, seconds } from './units.ts'

const UNITS: readonly (readonly [DurationMs, string])[] = [
  [days(1), 'd'],
  [hours(1), 'h'],
  [minutes(1), 'm'],
  [seconds(1), 's'],
  [1, 'ms'],
]

/**
 * Writes what `parseDuration` reads, in the fewest units: `15m`, `1h30m`, `100ms`. Days are the largest unit, as a
 * week or a year says no more. Rounded to the millisecond; nothing is `0s`.
 */
export function printDuration(duration: DurationMs): string {
  let rest = Math.round(duration)
  let text = ''
  for (const [size, unit] of UNITS) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) text += `${count}${unit}`
  }
  return text === '' ? '0s' : text
}
