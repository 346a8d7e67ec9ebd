import { daysFromCivil } from '#src/domain/time/parseTimestamp.ts'
import { days } from '#src/domain/time/units.ts'
import { texts } from './texts.ts'

const format = (month: 'long' | 'short', year: boolean): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(texts.locale, {
    month,
    timeZone: 'UTC',
    ...(year ? { year: 'numeric' } : {}),
  })

const LONG = format('long', true)
const SHORT = format('short', false)
const SHORT_YEAR = format('short', true)

function firstOf(month: string): number {
  const [year = '', number = ''] = month.split('-')
  return days(daysFromCivil(Number(year), Number(number), 1))
}

/** A month that is given as `2026-11`: `November 2026`. */
export const formatMonth = (month: string): string => LONG.format(firstOf(month))

/** As short as it fits under an axis: `Nov`, and `Jan 2026` where a year begins, or where `first` says so. */
export const formatMonthTick = (month: string, first = false): string =>
  (first || month.endsWith('-01') ? SHORT_YEAR : SHORT).format(firstOf(month))
