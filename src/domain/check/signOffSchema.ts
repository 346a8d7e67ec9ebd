import * as v from 'valibot'
import { key, LATEST, MOST_KEY, name, text, time, title, token } from '#src/domain/ticket/textSchema.ts'

/** Most marks of one sign-off, and most characters of what somebody writes to one of them. */
export const MOST_MARKS = 300
export const MOST_MARK_NOTE = 1000
/** Most characters that a sign-off comes to: a server takes messages of a mebibyte, and a character is up to three bytes. */
export const MOST_SIGN_OFF = 250_000
/** Kinds of reasons that a mark is about. */
const MOST_KINDS = 50
/** `<id of a sign-off>/<key of an item>`. */
const MOST_WATCH = MOST_KEY + 129

const light = v.picklist(['green', 'orange', 'red', 'unknown'])
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LATEST))

const until = v.variant('kind', [
  v.looseObject({ kind: v.literal('time'), at: time }),
  v.looseObject({ kind: v.literal('flat'), signal: v.nullable(name) }),
])

/** A mark as a log or a browser keeps it. */
export const markSchema = v.looseObject({
  item: key,
  service: v.nullable(name),
  title,
  deed: v.picklist(['seen', 'watch', 'ticket']),
  note: v.pipe(v.string(), v.maxLength(MOST_MARK_NOTE)),
  at: time,
  light,
  kinds: v.pipe(v.array(name), v.maxLength(MOST_KINDS)),
  until: v.nullable(until),
  ticket: v.nullable(token),
})

/** What the event of a sign-off has to look like. */
export const signOffSchema = v.looseObject({
  from: time,
  light,
  counts: v.looseObject({ green: count, orange: count, red: count, unknown: count }),
  marks: v.pipe(v.array(markSchema), v.maxLength(MOST_MARKS)),
  note: text,
  by: name,
})

/** What the event has to look like by which somebody ends a watch. */
export const watchEndSchema = v.looseObject({
  watch: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_WATCH)),
  by: name,
})
