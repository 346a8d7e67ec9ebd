import { type DurationMs, minutes } from '#src/domain/time/units.ts'

/** A duration as minutes with two decimals, to be calculated with; null of null. */
export const csvMinutes = (duration: DurationMs | null): number | null =>
  duration === null ? null : Math.round((100 * duration) / minutes(1)) / 100
