import { dateOfDay } from '#src/domain/time/dateOfDay.ts'
import { momentOf } from '#src/domain/time/momentOf.ts'
import type { Mornings } from '#src/domain/time/nextMorning.ts'
import { days, type EpochMs } from '#src/domain/time/units.ts'
import { zoneOffset } from '#src/domain/time/zoneOffset.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { SignOff } from './signOff.ts'

/** A local day, and how it was signed. */
export type CheckDay = {
  /** `2026-11-21`. */
  readonly day: string
  /** Of its newest sign-off; null where nobody signed that day. */
  readonly light: Light | null
  readonly by: string | null
  readonly at: EpochMs | null
  /** How often it was signed. */
  readonly count: number
  readonly isWorkday: boolean
  /** Its morning was to be signed, is past, and was not. No day is before the first sign-off that is known. */
  readonly isMissed: boolean
}

/** Mornings in a row. */
export type CheckStreak = {
  /** Working mornings that nobody signed, up to now; a sign-off of any day ends it. */
  readonly unsigned: number
  /** Working mornings that were signed, up to now, and the longest that there was within the calendar. */
  readonly signed: number
  readonly longest: number
}

/** Which mornings are to be signed. `holidays`: local dates, `2026-12-25`. */
export type SigningDays = { readonly mornings: Mornings; readonly holidays: readonly string[] }

/** What is told of a signature. */
type Signature = Pick<SignOff, 'at' | 'by' | 'light'>

const NOBODY = { light: null, by: null, at: null }

const DAYS_SHOWN = 90
const WEEK = 7
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_DAY_0 = 3

/** A local date as days since 1970-01-01. */
const dayAt = (at: EpochMs, timeZone: string): number => Math.floor((at + zoneOffset(at, timeZone)) / days(1))

function byDay(
  signOffs: readonly Signature[],
  from: number,
  timeZone: string,
): ReadonlyMap<number, readonly Signature[]> {
  const found = new Map<number, Signature[]>()
  for (const signOff of signOffs) {
    // A day of the zone begins within a day of that of UTC: what is older needs no look at its offset.
    if (signOff.at < days(from - 2)) continue
    const day = dayAt(signOff.at, timeZone)
    found.set(day, [...(found.get(day) ?? []), signOff])
  }
  return found
}

function newestOf(signatures: readonly Signature[]): Pick<CheckDay, 'light' | 'by' | 'at'> {
  const [newest] = signatures.toSorted((a, b) => b.at - a.at)
  return newest === undefined ? NOBODY : { light: newest.light, by: newest.by, at: newest.at }
}

/**
 * The last 90 days of a zone's calendar as they were signed, oldest first; the last one is today. A day that clocks are
 * changed on is one day. Today is missed only once its morning is past. `signOffs`: in any order; what is dated after `now`
 * counts for nothing.
 */
export function checkCalendar(
  signOffs: readonly Signature[],
  { mornings, holidays }: SigningDays,
  now: EpochMs,
): readonly CheckDay[] {
  const { timeZone, at: morning, days: workdays } = mornings
  const done = signOffs.filter(({ at }) => at <= now)
  const today = dayAt(now, timeZone)
  const signed = byDay(done, today - DAYS_SHOWN, timeZone)
  const firstAt = done.reduce((first, { at }) => Math.min(first, at), Infinity)
  const off = new Set(holidays)
  /** Looked at only where it matters: what clocks show costs more than all else here. */
  const isPast = (day: number): boolean => {
    const due = momentOf(day, morning, timeZone)
    return firstAt < due && due < now
  }

  return Array.from({ length: DAYS_SHOWN }, (_, i) => {
    const day = today - DAYS_SHOWN + 1 + i
    const date = dateOfDay(day)
    const own = signed.get(day) ?? []
    const isWorkday = workdays.includes((day + WEEKDAY_OF_DAY_0) % WEEK) && !off.has(date)
    const isUnsigned = isWorkday && own.length === 0
    return {
      day: date,
      ...newestOf(own),
      count: own.length,
      isWorkday,
      isMissed: isUnsigned && isPast(day),
    }
  })
}

/** How many mornings in a row were signed, and how many were not, up to the end of a calendar. Days off count for neither. */
export function streakOf(calendar: readonly CheckDay[]): CheckStreak {
  let [unsigned, signed, longest] = [0, 0, 0]
  for (const { isMissed, isWorkday, count } of calendar) {
    if (isMissed) [unsigned, signed] = [unsigned + 1, 0]
    else if (count > 0) [unsigned, signed] = [0, signed + Number(isWorkday)]
    longest = Math.max(longest, signed)
  }
  return { unsigned, signed, longest }
}
