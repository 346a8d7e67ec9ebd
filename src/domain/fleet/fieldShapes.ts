import * as v from 'valibot'
import { momentIn } from './localMoment.ts'

/*
 * Shapes that occur in more than one place of fleet.json. A message is a key of `expectations.ts`, where the words for
 * a person are.
 */

export const NAME = v.pipe(
  v.string('name'),
  v.trim(),
  v.regex(/^(?!\.{1,2}$)[^/\\?#%\p{Cc}]{1,100}$/u, 'name'),
)
export const TEXT = v.pipe(v.string('text'), v.maxLength(500, 'text'))
/** Base URL of what is asked. User info in a URL would be a secret in a public file. */
export const ASKED_URL = v.pipe(
  v.string('url'),
  v.regex(/^(?:https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?|(?![a-z][a-z0-9+.-]*:)(?!\/\/)[^\s?#]+)$/i, 'url'),
)
export const SHOWN_URL = v.pipe(
  v.string('shownUrl'),
  v.regex(/^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/i, 'shownUrl'),
)
/** A time of day, from `00:00` to `23:59`. */
export const CLOCK = v.pipe(v.string('clock'), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'clock'))
export const CREDENTIALS = v.picklist(['omit', 'include'], 'credentials')
/** The name of a label as Prometheus takes it. */
export const LABEL = v.pipe(v.string('label'), v.regex(/^[a-zA-Z_]\w*$/, 'label'))

/** Days of the week as they are written, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const WEEKDAY = v.picklist(WEEKDAYS, 'weekday')

/** P1 is the most urgent. */
export const PRIORITY = v.picklist(['P1', 'P2', 'P3', 'P4', 'P5'], 'priority')

export const describe = <T extends v.GenericSchema>(schema: T, text: string) =>
  v.pipe(schema, v.description(text))

const isMoment = (text: string): boolean => momentIn(text, 'UTC') !== null

/** A day or a moment: `2026-11-16`, `2026-11-16T09:00`, `2026-11-16T09:00Z`. */
export const MOMENT = v.pipe(
  v.string('moment'),
  v.regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/, 'moment'),
  v.check(isMoment, 'moment'),
)

/** A local date that exists. */
export const DATE = v.pipe(v.string('date'), v.regex(/^\d{4}-\d\d-\d\d$/, 'date'), v.check(isMoment, 'date'))

/** Why something was agreed on: people read it. */
export const REASON = v.pipe(
  v.string('reason'),
  v.trim(),
  v.minLength(1, 'reason'),
  v.maxLength(200, 'reason'),
)

/** The name of a time zone; whether there is such a one is asked of the platform, in `zoneFaults.ts`. */
export const ZONE = v.pipe(v.string('timeZone'), v.minLength(1, 'timeZone'), v.maxLength(100, 'timeZone'))
