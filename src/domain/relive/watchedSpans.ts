import { clipSpans, joinSpans, outside, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import { scrapedSpans, type UpTrail } from './upTrail.ts'

/** After it begins to scrape, a server has asked every target once within its interval: so long, nothing is said. */
const SETTLES_WITHIN: DurationMs = minutes(2)

/**
 * When a server watched the fleet, within `within`: from when each target was scraped once until none was scraped any more.
 * Between two scrapes there is no gap while the first one counts as the present; the newest ones count until `within` ends.
 * What it did not see (`blind`) is no watching. Oldest first.
 */
export function watchedSpans(
  trails: readonly UpTrail[],
  blind: readonly SeenSpan[],
  within: SeenSpan,
): readonly SeenSpan[] {
  const slowest = Math.min(SETTLES_WITHIN, Math.max(0, ...trails.map(({ every }) => every)))
  const freshFor = Math.min(SETTLES_WITHIN, Math.max(0, ...trails.map((trail) => trail.freshFor)))
  const scraped = joinSpans(trails.flatMap(scrapedSpans), 0)
  const settled = scraped.flatMap(({ from, to }): SeenSpan[] => {
    const last = to + freshFor >= within.to ? within.to : to
    return from + slowest < last ? [{ from: from + slowest, to: last }] : []
  })
  return settled.flatMap((span) => clipSpans([span], within)).flatMap((span) => outside(blind, span))
}
