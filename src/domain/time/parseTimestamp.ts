import type { EpochMs } from './units.ts'

const MS_PER_DAY = 86_400_000

/** `2026-01-15`, `2026-01-15T09:30`, `2026-01-15 09:30:00.123456789+01:00`, `…Z`, `… UTC`, `… +0100`. */
const EXTENDED =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i

/** `20260115`, `20260115T093000Z`, and the build date of Prometheus' promu: `20230409-09:50:43`. */
const COMPACT =
  /^(\d{4})(\d\d)(\d\d)(?:[T -]?(\d\d):?(\d\d):?(\d\d)(?:[.,](\d+))?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i

const NUMERIC = /^\d{9,20}(?:\.\d+)?$/

/**
 * Reads a point in time: ISO 8601 / RFC 3339 text (any number of fraction digits, cut to the millisecond),
 * the compact ISO form, promu's build date, or a number since 1970 in s, ms, µs or ns, told apart by its size.
 * Text without an offset is taken as UTC. Null for anything else, for dates that do not exist, for numbers
 * before 1973, and for the years 0 and 1, which Go and .NET print for "never".
 */
export const parseTimestamp = (value: unknown): EpochMs | null => {
  if (typeof value === 'number') return fromNumber(value)
  if (typeof value !== 'string' || value.length > 64) return null
  const text = value.trim()
  const match = EXTENDED.exec(text) ?? COMPACT.exec(text)
  const civil = match === null ? null : fromFields(match)
  if (civil !== null) return civil
  return NUMERIC.test(text) ? fromNumber(Number(text)) : null
}

/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar, months 1 to 12.
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export const daysFromCivil = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const daysInMonth = (year: number, month: number): number =>
  month === 12 ? 31 : daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1)

const fromFields = (match: RegExpExecArray): EpochMs | null => {
  const [year, month, day, hour, minute, second, fraction, zone] = match.slice(1)
  const date = dateMs(Number(year), Number(month), Number(day))
  const time = timeMs(Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0))
  const offset = offsetMs(zone)
  if (date === null || time === null || offset === null) return null
  return date + time + Number((fraction ?? '').slice(0, 3).padEnd(3, '0')) - offset
}

const dateMs = (year: number, month: number, day: number): number | null => {
  if (year <= 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return daysFromCivil(year, month, day) * MS_PER_DAY
}

/** Second 60 is a leap second (RFC 3339 section 5.6); it falls on the first moment of the next minute. */
const timeMs = (hour: number, minute: number, second: number): number | null => {
  if (hour > 23 || minute > 59 || second > 60) return null
  return hour * 3_600_000 + minute * 60_000 + second * 1000
}

const offsetMs = (zone: string | undefined): number | null => {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '')
  if (match === null) return 0
  const [hours, minutes] = [Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 23 || minutes > 59) return null
  return (match[1] === '-' ? -1 : 1) * (hours * 3_600_000 + minutes * 60_000)
}

/** Bands from 1973 to 5138 in each unit; they do not overlap. */
const BANDS = [
  { from: 1e8, below: 1e11, toMs: (n: number) => n * 1000 },
  { from: 1e11, below: 1e14, toMs: (n: number) => n },
  { from: 1e14, below: 1e17, toMs: (n: number) => n / 1000 },
  { from: 1e17, below: 1e20, toMs: (n: number) => n / 1e6 },
] as const

const fromNumber = (value: number): EpochMs | null => {
  const band = BANDS.find(({ from, below }) => value >= from && value < below)
  return band === undefined ? null : Math.round(band.toMs(value))
}
