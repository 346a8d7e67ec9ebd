import * as v from 'valibot'
import { DATE, describe, NAME, WEEKDAY, CLOCK, ZONE } from './fieldShapes.ts'
import { DURATION_TEXT } from './thresholdsFile.ts'

/*
 * What may be written under "tickets.sla" and "tickets.calendars". A message is a key of `expectations.ts`, where the
 * words for a person are.
 */

/** The end of working hours may be the end of the day. */
const CLOCK_END = v.pipe(v.string('clockEnd'), v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'clockEnd'))

/** So many working days: as long as the longest working day of the calendar. */
export const WORKING_DAYS = /^([1-9]\d{0,2})bd$/

/** A target: a duration as elsewhere, or working days. */
const TARGET = v.union([DURATION_TEXT, v.pipe(v.string('target'), v.regex(WORKING_DAYS, 'target'))], 'target')

const DAYS = v.array(WEEKDAY, 'array')

const HOURS = v.object({ days: DAYS, from: CLOCK, to: CLOCK_END }, 'object')

const CALENDAR = v.object(
  {
    timeZone: v.optional(describe(ZONE, "An IANA name; left out: that of morning, or the viewer's own.")),
    days: v.optional(describe(DAYS, 'Working days; Monday to Friday when left out.')),
    from: v.optional(describe(CLOCK, 'When they begin; 09:00 when left out.')),
    to: v.optional(describe(CLOCK_END, 'When they end, at most 24:00; 18:00 when left out.')),
    hours: v.optional(
      describe(v.array(HOURS, 'array'), 'Instead of days, from and to: hours that differ, or with a break.'),
    ),
    holidays: v.optional(
      describe(v.array(DATE, 'array'), 'Dates of the calendar’s zone on which nobody works: "2026-12-25".'),
    ),
  },
  'object',
)

/** Calendars by name; `business` is the one that P3 to P5 go by where they name none. */
export const CALENDARS = v.record(NAME, CALENDAR, 'object')

const SLA_TARGET = v.object(
  {
    acknowledge: v.optional(describe(TARGET, 'Until somebody acknowledges (TTA).')),
    restore: v.optional(describe(TARGET, 'Until the service is restored (TRS).')),
    atRisk: v.optional(
      describe(TARGET, 'From when on that is at risk; left out: after the usual share of restore.'),
    ),
    calendar: v.optional(
      describe(
        NAME,
        '"always": day and night; "business"; or a name under calendars. Left out: always for P1 and P2.',
      ),
    ),
  },
  'object',
)

/** Targets by priority; what is left out has its default. */
export const SLA = v.object(
  {
    P1: v.optional(describe(SLA_TARGET, 'Left out: 15m and 4h, at risk after 2h, always.')),
    P2: v.optional(describe(SLA_TARGET, 'Left out: 30m and 8h, at risk after 6h, always.')),
    P3: v.optional(describe(SLA_TARGET, 'Left out: 2h and 3bd of business, at risk after 80 %.')),
    P4: v.optional(describe(SLA_TARGET, 'Left out: 1bd and 5bd of business, at risk after 80 %.')),
    P5: v.optional(describe(SLA_TARGET, 'Left out: 2bd and 10bd of business, at risk after 80 %.')),
  },
  'object',
)

/** As they are written. */
export type CalendarsFile = v.InferOutput<typeof CALENDARS>
export type SlaFile = v.InferOutput<typeof SLA>
