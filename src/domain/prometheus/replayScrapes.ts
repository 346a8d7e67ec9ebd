import { readSignals } from '#src/domain/signals/readSignals.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Scrape, SignalReadings } from '#src/domain/signals/signalReading.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { versionFromMetrics } from '#src/domain/version/versionFromMetrics.ts'
import type { Stretch } from './sampleGrid.ts'
import { pointsOf } from './span.ts'
import { type PastStart, startTrail } from './startTrail.ts'
import { noteAt, scrapeAt, storedPage, type StoredPage } from './storedPage.ts'
import { SCRAPE_NOTES } from './wantedMetrics.ts'

/**
 * One value of one signal in the past, in the unit that `UNIT_OF` names; `bound` where the metrics told one. `ofHour`: it
 * was taken in the middle of its hour, and nothing else is known of that hour.
 */
export type PastReading = {
  readonly signal: Signal
  readonly t: EpochMs
  readonly value: number
  readonly bound: number | null
  readonly ofHour: boolean
}

/** What Prometheus knows of one pod: its readings, and the starts of its processes, both oldest first. */
export type PodPast = { readonly readings: readonly PastReading[]; readonly starts: readonly PastStart[] }

/** Beyond it `readSignals` takes no rates; the scrape before is then not worth looking at. */
const LONGEST_WINDOW: DurationMs = minutes(10)

/** The signals of the scrape itself are what the server noted, or nothing. */
const NOTE_OF: Readonly<Partial<Record<Signal, string>>> = {
  scrapeDuration: SCRAPE_NOTES.took,
  seriesCount: SCRAPE_NOTES.samples,
  scrapeBytes: SCRAPE_NOTES.bytes,
}

function* readingsOf(found: SignalReadings, t: EpochMs, page: StoredPage, i: number): Generator<PastReading> {
  for (const { signal, value, bound } of found.signals.values()) {
    const note = NOTE_OF[signal]
    const noted = note === undefined ? value : noteAt(page, note, i)
    if (noted !== null) yield { signal, t, value: noted, bound, ofHour: false }
  }
}

/**
 * Replays what Prometheus stored of one pod as the scrapes that it was made of, through the same `readSignals` as a
 * page that is polled: a signal of the past means what it means now. Rates, ratios and quantiles come where the step
 * is 10 minutes at the most, gauges everywhere; a moment at which the pod was down gives nothing. Each scrape counts
 * once, and a reading bears the time of its scrape.
 *
 * `stretches` are given oldest first and do not overlap; `workers` is how many the fleet file gives the pod, or null.
 * The generator pauses after every moment, so that the caller may do something else in between (a moment takes some
 * 100 µs); its result comes at the end.
 */
export function* replayScrapes(
  stretches: readonly Stretch[],
  workers: number | null,
): Generator<undefined, PodPast> {
  const readings: PastReading[] = []
  const trail = startTrail()
  let previous: Scrape | null = null
  let latest: EpochMs = Number.NEGATIVE_INFINITY
  for (const stretch of stretches) {
    const { span } = stretch
    const page = storedPage(stretch)
    const hasRates = span.step <= LONGEST_WINDOW
    for (let i = 0; i < pointsOf(span); i += 1) {
      const scrape = scrapeAt(page, i)
      if (scrape === null || scrape.at <= latest) continue
      const found = readSignals(hasRates ? previous : null, scrape, workers)
      readings.push(...readingsOf(found, scrape.at, page, i))
      const { samples } = scrape.exposition
      trail.note(found, scrape.took, () => versionFromMetrics(samples)?.version ?? null)
      latest = scrape.at
      previous = scrape
      yield
    }
  }
  return { readings, starts: trail.starts() }
}
