import * as v from 'valibot'
import { PRIORITIES } from '#src/domain/sla/priority.ts'

/** Most characters of a text, a title, a name, and of a post-mortem. */
export const MOST_TEXT = 4000
export const MOST_TITLE = 200
export const MOST_NAME = 120
export const MOST_MARKDOWN = 40_000

export const MOST_URL = 2000
export const MOST_KEY = 500
/** The year 2100: a time beyond is no time, and a calendar would be walked through up to it. */
export const LATEST = 4_102_444_800_000

/** An address of the web that may be followed; nothing else, as `javascript:`, is a link. */
export const WEB_ADDRESS = /^https?:\/\/[^\s"<>\\`]+$/i

export const time = v.pipe(v.number(), v.minValue(0), v.maxValue(LATEST))
export const text = v.pipe(v.string(), v.maxLength(MOST_TEXT))
export const title = v.pipe(v.string(), v.maxLength(MOST_TITLE))
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_NAME))
export const key = v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_KEY))
/** What may stand between two dots of a subject: of a ticket, an actor, an event. */
export const token = v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/))
export const priority = v.picklist(PRIORITIES)
export const link = v.looseObject({
  label: title,
  url: v.pipe(v.string(), v.maxLength(MOST_URL), v.regex(WEB_ADDRESS)),
})
