const two = (n: number): string => String(n).padStart(2, '0')

/**
 * The date that is so many days after 1970-01-01 in the proleptic Gregorian calendar, `2026-11-21`; of years 0 to 9999.
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days: years begin with March there.
 */
export function dateOfDay(day: number): string {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + Number(month <= 2)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`
}
