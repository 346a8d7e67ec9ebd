import { parseTimestamp } from './parseTimestamp.ts'
import type { EpochMs } from './units.ts'

/** `2026-11-22T03:12:00 01:00`: the `+` of an offset that was not written as `%2B` is a space in a URL (WHATWG URL, 5.1). */
const LOST_PLUS = /(\d:\d\d(?:\.\d+)?) (\d\d:?\d\d)$/
/** `2026-11-22 03:12:00.5 +0000 UTC`, as Go prints a time by itself. */
const GO_ZONE = /([+-]\d{4}) [A-Z+\d-]{1,6}$/

/**
 * A moment as people and tools write it into an address: RFC 3339, Go's own way of printing, or a number since 1970 in s, ms,
 * µs or ns. Null for anything else, and outside of 1970 to 2099.
 */
export function parseAddressMoment(text: string): EpochMs | null {
  const at = parseTimestamp(text.replace(LOST_PLUS, '$1+$2').replace(GO_ZONE, '$1'))
  return at !== null && at >= 0 && at < 4_102_444_800_000 ? at : null
}
