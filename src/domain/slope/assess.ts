import type { EpochMs } from '#src/domain/time/units.ts'
import type { Assessment } from './assessment.ts'
import { driftEngine } from './driftEngine.ts'
import type { SeriesOptions } from './feed.ts'

/** One measured value: `t` in ms since 1970. */
export type SlopeSample = { readonly t: EpochMs; readonly v: number }

/** What is known of the samples besides themselves. */
export type AssessOptions = SeriesOptions & {
  /** When the process was started anew, in any order. */
  readonly restarts?: readonly EpochMs[]
}

/**
 * Judges the slope of a series as of its last sample: a real drift or not, how steep, and when it reaches the limit.
 * Samples are taken in the order they come; those without a finite value, and those not later than the one before, are
 * left out. Says the same as an engine that was given the samples one by one.
 * Without samples, and with less than 40 minutes of them, the verdict is `insufficient`.
 */
export function assess(samples: readonly SlopeSample[], options: AssessOptions): Assessment {
  const engine = driftEngine(options)
  const restarts = (options.restarts ?? []).toSorted((a, b) => a - b)
  let next = 0
  for (const { t, v } of samples) {
    for (let at = restarts[next]; at !== undefined && at <= t; at = restarts[++next]) engine.restart(at)
    engine.push(t, v)
  }
  return engine.assess()
}
