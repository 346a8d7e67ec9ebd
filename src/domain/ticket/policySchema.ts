import * as v from 'valibot'
import { PRIORITIES } from '#src/domain/sla/priority.ts'
import type { SlaPolicy } from '#src/domain/sla/slaPolicy.ts'
import { days, hours } from '#src/domain/time/units.ts'
import { MOST_NAME, name, text } from './textSchema.ts'

const MOST_HOLIDAYS = 1000
const MOST_WINDOWS = 50
const SUNDAY = 6
const DAY = hours(24)
/** Ten years. */
const LONGEST = days(3660)

const duration = v.pipe(v.number(), v.minValue(0), v.maxValue(LONGEST))
const clock = v.pipe(v.number(), v.minValue(0), v.maxValue(DAY))

const workingHours = v.pipe(
  v.looseObject({
    days: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(SUNDAY))), v.maxLength(7)),
    from: clock,
    to: clock,
  }),
  v.check(({ from, to }) => from < to, 'ends before it begins'),
)

const calendar = v.looseObject({
  timeZone: name,
  hours: v.pipe(v.array(workingHours), v.minLength(1), v.maxLength(MOST_WINDOWS)),
  holidays: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))), v.maxLength(MOST_HOLIDAYS)),
})

const target = v.looseObject({
  acknowledge: duration,
  restore: duration,
  restoreAtRisk: duration,
  calendar: v.nullable(v.string()),
})

const hasItsCalendars = ({ targets, calendars }: SlaPolicy): boolean =>
  PRIORITIES.every((priority) => {
    const named = targets[priority].calendar
    return named === null || Object.hasOwn(calendars, named)
  })

/** A policy as it is pinned in events: whole, and every calendar that a target names is there. */
export const policy = v.pipe(
  v.looseObject({
    targets: v.object({ 1: target, 2: target, 3: target, 4: target, 5: target }),
    calendars: v.record(v.pipe(v.string(), v.maxLength(MOST_NAME)), calendar),
    pausesP1: v.boolean(),
    resolveDelay: duration,
    reopenWindow: duration,
    hypercare: v.nullable(text),
  }),
  v.check((read) => hasItsCalendars(read), 'names a calendar that it does not have'),
)
