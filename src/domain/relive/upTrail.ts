import type { RawSeries } from '#src/domain/prometheus/readRaw.ts'
import { joinSpans, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'

/** Scrapes of one target, each soon after the one before, that all were answered, or all were not. */
export type UpRun = SeenSpan & { readonly up: boolean }

/** What a server noted of its scrapes of one target. */
export type UpTrail = {
  /** How far apart they usually are. */
  readonly every: DurationMs
  /** How long one of them counts as the present. */
  readonly freshFor: DurationMs
  /** Oldest first. */
  readonly runs: readonly UpRun[]
}

/** Of a target that was scraped once only. */
const USUAL: DurationMs = minutes(1)

/** How far apart moments usually are, oldest first. */
export function usualStep(at: Float64Array): DurationMs {
  const steps = at.subarray(1).map((t, i) => t - (at[i] ?? t))
  return steps.toSorted()[steps.length >> 1] ?? USUAL
}

/**
 * The trail of the series `up` of a target, samples in order of time. Two scrapes that are further apart than
 * `freshIntervals` of their usual distance have nothing known between them.
 */
export function upTrail({ at, values }: Pick<RawSeries, 'at' | 'values'>, freshIntervals: number): UpTrail {
  const every = usualStep(at)
  const freshFor = freshIntervals * every
  const runs: UpRun[] = []
  for (const [i, value] of values.entries()) {
    const t = at[i]
    if (t === undefined || Number.isNaN(value)) continue
    const up = value > 0
    const last = runs.at(-1)
    if (last !== undefined && last.up === up && t - last.to <= freshFor)
      runs[runs.length - 1] = { ...last, to: t }
    else runs.push({ up, from: t, to: t })
  }
  return { every, freshFor, runs }
}

/** When a target was scraped at all. */
export const scrapedSpans = ({ runs, freshFor }: UpTrail): readonly SeenSpan[] => joinSpans(runs, freshFor)
