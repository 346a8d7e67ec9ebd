import { type DurationMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { formatDuration } from './formatDuration.ts'
import { formatNumber } from './formatNumber.ts'
import { texts } from './texts.ts'

const { unit } = texts

/** From here on minutes are noise. */
const WHOLE_FROM: DurationMs = hours(99.5)

/**
 * A length of working time: `40 s`, `3 min 5 s`, `2 h 5 min`, `31 h 20 min`, `120 h`. Never in days: a working day is not
 * 24 hours. To the second, to the minute from an hour on, to the hour from 100 hours on.
 */
export function formatHours(duration: DurationMs): string {
  const whole = Math.round(duration / seconds(1)) * seconds(1)
  if (whole === 0) return `0 ${unit.s}`
  if (!(whole >= hours(23.99))) return formatDuration(whole)
  if (whole >= WHOLE_FROM) return `${formatNumber(Math.round(whole / hours(1)))} ${unit.h}`
  const all = Math.round(whole / minutes(1))
  const rest = all % 60
  const head = `${Math.floor(all / 60)} ${unit.h}`
  return rest === 0 ? head : `${head} ${rest} ${unit.min}`
}
