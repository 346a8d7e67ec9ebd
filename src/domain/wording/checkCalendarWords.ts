import type { CheckDay, CheckStreak } from '#src/domain/check/checkCalendar.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import { hours } from '#src/domain/time/units.ts'
import { englishCheckScreen } from './englishCheckScreen.ts'
import { formatClock } from './formatMoment.ts'
import { screenTexts } from './screenTexts.ts'
import { texts } from './texts.ts'

const { calendar: words } = englishCheckScreen

const printed = new Map<string, string>()

/** A date as one says it: `Fri 20 Nov` of `2026-11-20`. It is a day of the calendar, not a moment: no zone moves it. */
function dateWords(day: string): string {
  const known = printed.get(day)
  if (known !== undefined) return known
  const noon = parseTimestamp(`${day}T12:00:00Z`) ?? hours(12)
  const format = new Intl.DateTimeFormat(texts.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  const said = format.format(noon).replace(',', '')
  printed.set(day, said)
  return said
}

/** One day of the calendar: `Fri 20 Nov: ACT, signed by Anna at 08:57`. `timeZone`: in which the clock is told. */
export function calendarDayWords(day: CheckDay, isToday: boolean, timeZone: string): string {
  const date = dateWords(day.day)
  if (day.light !== null && day.by !== null && day.at !== null) {
    const clock = formatClock(day.at, timeZone)
    const more = day.count > 1 ? words.more(day.count) : ''
    return `${words.signed(date, screenTexts.light[day.light], day.by, clock)}${more}`
  }
  if (day.isMissed) return words.unsigned(date)
  if (isToday && day.isWorkday) return words.pending(date)
  return day.isWorkday ? words.before(date) : words.dayOff(date)
}

/** How many mornings in a row were signed, or were not. `days`: of the calendar, to tell a first check ever. */
export function streakWords({ unsigned, signed, longest }: CheckStreak, days: readonly CheckDay[]): string {
  if (unsigned > 0) return words.streak(unsigned)
  if (signed > 0) {
    const best = longest > signed ? `, ${words.longest(longest)}` : ''
    return `${words.signedStreak(signed)}${best}`
  }
  return days.some(({ count }) => count > 0) ? '' : words.never
}
