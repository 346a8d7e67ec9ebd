import { parseDuration } from '#src/domain/time/parseDuration.ts'
import type { DurationMs } from '#src/domain/time/units.ts'

/** A duration as the fleet file writes it, or `fallback` where it says nothing. */
export const durationOr = (text: string | undefined, fallback: DurationMs): DurationMs =>
  (text === undefined ? null : parseDuration(text)) ?? fallback
