import type { Exposition, Sample } from '#src/domain/exposition/exposition.ts'
import { readSignals } from '#src/domain/signals/readSignals.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Scrape, SignalReadings } from '#src/domain/signals/signalReading.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { versionFromMetrics } from '#src/domain/version/versionFromMetrics.ts'
import type { StoredSeries } from './readResult.ts'
import type { Stretch } from './sampleGrid.ts'
import { pointsOf } from './span.ts'
import { type PastStart, startTrail } from './startTrail.ts'
import { isScrapeNote, SCRAPE_NOTES } from './wantedMetrics.ts'

/** One value of one signal in the past, in the unit that `UNIT_OF` names; `bound` where the metrics told one. */
export type PastReading = {
  readonly signal: Signal
  readonly t: EpochMs
  readonly value: number
  readonly bound: number | null
}

/** What Prometheus knows of one pod: its readings, and the starts of its processes, both oldest first. */
export type PodPast = { readonly readings: readonly PastReading[]; readonly starts: readonly PastStart[] }

type Page = { readonly series: readonly StoredSeries[]; readonly notes: ReadonlyMap<string, Float64Array> }

/** Beyond it `readSignals` takes no rates; the scrape before is then not worth looking at. */
const LONGEST_WINDOW: DurationMs = minutes(10)

const pageOf = ({ series }: Stretch): Page => ({
  series: series.filter(({ name }) => !isScrapeNote(name)),
  notes: new Map(series.flatMap(({ name, values }) => (isScrapeNote(name) ? [[name, values]] : []))),
})

/** What a note says at a point; null where it says nothing. */
const noteAt = ({ notes }: Page, name: string, i: number): number | null => {
  const value = notes.get(name)?.[i]
  return value === undefined || !Number.isFinite(value) || value < 0 ? null : value
}

function samplesAt({ series }: Page, i: number): Sample[] {
  const samples: Sample[] = []
  for (const { name, labels, values } of series) {
    const value = values[i]
    if (value !== undefined && !Number.isNaN(value)) samples.push({ name, labels, value, at: null })
  }
  return samples
}

const expositionOf = (samples: readonly Sample[], page: Page, i: number): Exposition => ({
  format: 'prometheus-text',
  samples,
  types: new Map(),
  seriesCount: noteAt(page, SCRAPE_NOTES.samples, i) ?? 0,
  bytes: noteAt(page, SCRAPE_NOTES.bytes, i) ?? 0,
  issues: [],
  issueCount: 0,
  truncatedBy: null,
  largest: [],
})

/**
 * When the scrape was that a point shows: a query looks back five minutes (`--query.lookback-delta`), so that the same
 * one may be shown again, and after the server's own death is. The moment of the point where nothing tells.
 */
function scrapedAt(page: Page, moment: EpochMs, i: number): EpochMs {
  const seconds = noteAt(page, SCRAPE_NOTES.at, i)
  return seconds === null ? moment : Math.round(seconds * 1000)
}

/** The page as it was at a point; null where the pod did not answer then, or nobody asked. */
function scrapeAt(page: Page, moment: EpochMs, i: number): Scrape | null {
  if (noteAt(page, SCRAPE_NOTES.up, i) === 0) return null
  const samples = samplesAt(page, i)
  if (samples.length === 0) return null
  const seconds = noteAt(page, SCRAPE_NOTES.took, i) ?? 0
  const exposition = expositionOf(samples, page, i)
  return { at: scrapedAt(page, moment, i), took: seconds * 1000, exposition }
}

/** The signals of the scrape itself are what the server noted, or nothing. */
const NOTE_OF: Readonly<Partial<Record<Signal, string>>> = {
  scrapeDuration: SCRAPE_NOTES.took,
  seriesCount: SCRAPE_NOTES.samples,
  scrapeBytes: SCRAPE_NOTES.bytes,
}

function* readingsOf(found: SignalReadings, t: EpochMs, page: Page, i: number): Generator<PastReading> {
  for (const { signal, value, bound } of found.signals.values()) {
    const note = NOTE_OF[signal]
    const noted = note === undefined ? value : noteAt(page, note, i)
    if (noted !== null) yield { signal, t, value: noted, bound }
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
    const page = pageOf(stretch)
    const hasRates = span.step <= LONGEST_WINDOW
    for (let i = 0; i < pointsOf(span); i += 1) {
      const scrape = scrapeAt(page, span.start + i * span.step, i)
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
