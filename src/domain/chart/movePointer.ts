import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Span } from './span.ts'

/** Where charts are pointed at, and where a selection began that reaches to there; null: nowhere, none. */
export type Pointer = { readonly at: EpochMs | null; readonly anchor: EpochMs | null }

export const NO_POINTER: Pointer = { at: null, anchor: null }

/** A leap is as many steps. */
const LEAP = 10

/** By how many steps a key moves; the ends by all of them. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -LEAP,
  PageDown: LEAP,
  Home: -Infinity,
  End: Infinity,
}

/**
 * What a key does to the pointer: arrows move it by a step, page keys by ten, Home and End to the ends of the span; with
 * Shift it selects from where it stood. A pointer that is nowhere begins at `start`. Null where the key means nothing here.
 */
export function movePointer(
  { at, anchor }: Pointer,
  key: string,
  shift: boolean,
  { span, step, start }: { readonly span: Span; readonly step: DurationMs; readonly start: EpochMs },
): Pointer | null {
  const steps = STEPS[key]
  if (steps === undefined) return null
  const stood = at ?? start
  // Infinitely many steps of no length would be no number.
  const by = Number.isFinite(steps) ? steps * step : steps
  const moved = Math.max(span.from, Math.min(span.to, at === null && !shift ? stood : stood + by))
  return { at: moved, anchor: shift ? (anchor ?? stood) : null }
}
