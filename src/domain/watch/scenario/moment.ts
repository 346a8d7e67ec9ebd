import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import { type EpochMs, hours } from '#src/domain/time/units.ts'

/** A moment of a story, as RFC 3339 writes it: `2026-11-10T14:20+01:00`. Throws for any other text: a story is wrong then. */
export function moment(text: string): EpochMs {
  const at = parseTimestamp(text)
  if (at === null) throw new Error(`no moment: ${text}`)
  return at
}

/** Hours from one moment to another; 0 before it. */
export const hoursSince = (begin: EpochMs, t: EpochMs): number => Math.max(0, t - begin) / hours(1)
