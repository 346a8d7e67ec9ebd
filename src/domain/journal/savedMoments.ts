import * as v from 'valibot'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import { GRAVEST_FIRST } from '#src/domain/verdict/gravity.ts'
import { MOST_NAME, MOST_PODS, MOST_REASONS, MOST_TEXT } from './momentOfRow.ts'
import { packMoments } from './packedMoments.ts'
import { MOST_MOMENTS } from './plainMoments.ts'
import type { VerdictMoment } from './verdictMoment.ts'

/** Goes up whenever what is saved means something else. */
const LAYOUT = 1

/** Four weeks of watching with a gap every eight minutes; of more the oldest go. */
export const MOST_SPANS = 5000

const TIME = v.pipe(v.number(), v.safeInteger())
const NAME = v.pipe(v.string(), v.maxLength(MOST_NAME))
const LIGHT = v.picklist(['green', 'orange', 'red', 'unknown'])

const MOMENT = v.object({
  at: TIME,
  light: LIGHT,
  reasons: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(GRAVEST_FIRST),
        light: LIGHT,
        since: v.pipe(v.number(), v.finite()),
        text: v.pipe(v.string(), v.maxLength(MOST_TEXT)),
        pods: v.pipe(v.array(NAME), v.maxLength(MOST_PODS)),
      }),
    ),
    v.maxLength(MOST_REASONS),
  ),
  pods: v.pipe(
    v.array(v.object({ name: NAME, light: LIGHT, version: v.nullable(NAME) })),
    v.maxLength(MOST_PODS),
  ),
})

const PAGE = v.object({
  layout: v.literal(LAYOUT),
  moments: v.pipe(v.array(v.unknown()), v.maxLength(MOST_MOMENTS)),
})

const SEEN = v.object({
  layout: v.literal(LAYOUT),
  seen: v.pipe(
    v.array(v.tuple([TIME, TIME])),
    v.maxLength(MOST_SPANS),
    v.check((spans) => spans.every(([from, to]) => from <= to)),
  ),
})

/**
 * The moments of one service, and below the spans of watching, as values that JSON can hold. What says again what was said
 * before is saved as its time alone.
 */
export const saveMoments = (moments: readonly VerdictMoment[]): unknown => ({
  layout: LAYOUT,
  moments: packMoments(moments),
})

export const saveSpans = (seen: readonly SeenSpan[]): unknown => ({
  layout: LAYOUT,
  seen: seen.map(({ from, to }) => [from, to]),
})

function readMoment(saved: unknown): VerdictMoment | null {
  const moment = v.safeParse(MOMENT, saved)
  return moment.success ? moment.output : null
}

/**
 * What `saveMoments` gave. Null for any other value; moments that cannot be read, as of a newer build, are left out, and with
 * them what says their words again.
 */
export function readMoments(saved: unknown): readonly VerdictMoment[] | null {
  const page = v.safeParse(PAGE, saved)
  if (!page.success) return null
  const read: VerdictMoment[] = []
  let said: VerdictMoment | null = null
  for (const one of page.output.moments) {
    const again = v.safeParse(TIME, one)
    if (!again.success) said = readMoment(one)
    if (said !== null) read.push(again.success ? { ...said, at: again.output } : said)
  }
  return read
}

/** What `saveSpans` gave; null for any other value. */
export function readSpans(saved: unknown): readonly SeenSpan[] | null {
  const parsed = v.safeParse(SEEN, saved)
  return parsed.success ? parsed.output.seen.map(([from, to]) => ({ from, to })) : null
}
