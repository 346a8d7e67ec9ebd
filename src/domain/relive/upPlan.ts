import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type Bytes, hours, mebibytes } from '#src/domain/time/units.ts'

/** A server is asked for no more of all scrapes of one round: it has a fleet to look after. */
const MOST: Bytes = mebibytes(50)

/** Most pods are scraped every 15 s, and a sample is 21 bytes of JSON as it was stored; on a full minute it is 17. */
const STORED_AN_HOUR: Bytes = 240 * 21
const MINUTES_AN_HOUR: Bytes = 60 * 17

/** What of the scrapes of a fleet is asked for. */
export type UpPlan = {
  readonly span: SeenSpan
  /** Each of them, or of each minute whether all of them were answered. */
  readonly each: 'scrape' | 'minute'
}

/**
 * How the scrapes of so many pods are asked for. Of a large fleet the minutes are enough; of one that is too large even for
 * that the end of the span only: nobody saw what came before.
 */
export function upPlan(pods: number, { from, to }: SeenSpan): UpPlan {
  const podHours = (pods * (to - from)) / hours(1)
  if (podHours * STORED_AN_HOUR <= MOST) return { span: { from, to }, each: 'scrape' }
  const longest = hours(MOST / (pods * MINUTES_AN_HOUR))
  return { span: { from: Math.max(from, to - longest), to }, each: 'minute' }
}
