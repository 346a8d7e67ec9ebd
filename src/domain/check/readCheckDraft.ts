import * as v from 'valibot'
import { key, text, time } from '#src/domain/ticket/textSchema.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { type CheckDraft, MOST_SKEW } from './checkDraft.ts'
import { untilOf } from './checkEvents.ts'
import { markSchema } from './signOffSchema.ts'

/** More than any fleet has matters. */
const MOST_KEYS = 5000

const keys = v.pipe(v.array(key), v.maxLength(MOST_KEYS))

const draftSchema = v.object({
  from: time,
  startedAt: time,
  begunAt: v.nullable(time),
  marks: v.pipe(v.array(markSchema), v.maxLength(MOST_KEYS)),
  order: v.nullable(keys),
  at: v.nullable(key),
  note: text,
  seenLast: v.nullable(key),
})

/**
 * A draft as it was stored in a browser; null for anything that is none, and for one of a time to come. What it looks back to
 * was dated by another clock, which may be ahead of this one's `now`.
 */
export function readCheckDraft(json: unknown, now: EpochMs): CheckDraft | null {
  const read = v.safeParse(draftSchema, json)
  if (!read.success || read.output.startedAt > now || read.output.from > now + MOST_SKEW) return null
  const marks = read.output.marks.map(
    ({ item, service, title, deed, note, at, light, kinds, until, ticket }) => {
      return { item, service, title, deed, note, at, light, kinds, until: untilOf(until), ticket }
    },
  )
  return { ...read.output, marks }
}
