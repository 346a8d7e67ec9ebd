import { type DurationMs, minutes } from '#src/domain/time/units.ts'

/** How long a story may take to be told to the end: a machine that is busy with other things may take its time. */
export const PATIENCE: DurationMs = minutes(3)
