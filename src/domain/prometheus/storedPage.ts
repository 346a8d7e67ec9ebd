import type { Exposition, Sample } from '#src/domain/exposition/exposition.ts'
import type { Scrape } from '#src/domain/signals/signalReading.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { StoredSeries } from './readResult.ts'
import type { Stretch } from './sampleGrid.ts'
import type { Span } from './span.ts'
import { isScrapeNote, SCRAPE_NOTES } from './wantedMetrics.ts'

/** A stretch of one pod, with what the server noted of the scrapes apart from what was on the page. */
export type StoredPage = {
  readonly span: Span
  readonly series: readonly StoredSeries[]
  readonly notes: ReadonlyMap<string, Float64Array>
}

/** Sorts the series of a stretch. */
export const storedPage = ({ span, series }: Stretch): StoredPage => ({
  span,
  series: series.filter(({ name }) => !isScrapeNote(name)),
  notes: new Map(series.flatMap(({ name, values }) => (isScrapeNote(name) ? [[name, values]] : []))),
})

/** What a note says at point `i`; null where it says nothing. */
export const noteAt = ({ notes }: StoredPage, name: string, i: number): number | null => {
  const value = notes.get(name)?.[i]
  return value === undefined || !Number.isFinite(value) || value < 0 ? null : value
}

function samplesAt({ series }: StoredPage, i: number): Sample[] {
  const samples: Sample[] = []
  for (const { name, labels, values } of series) {
    const value = values[i]
    if (value !== undefined && !Number.isNaN(value)) samples.push({ name, labels, value, at: null })
  }
  return samples
}

const expositionOf = (samples: readonly Sample[], page: StoredPage, i: number): Exposition => ({
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
function scrapedAt(page: StoredPage, i: number): EpochMs {
  const seconds = noteAt(page, SCRAPE_NOTES.at, i)
  return seconds === null ? page.span.start + i * page.span.step : Math.round(seconds * 1000)
}

/** The page as it was at point `i` of the stretch; null where the pod did not answer then, or nobody asked. */
export function scrapeAt(page: StoredPage, i: number): Scrape | null {
  if (noteAt(page, SCRAPE_NOTES.up, i) === 0) return null
  const samples = samplesAt(page, i)
  if (samples.length === 0) return null
  const seconds = noteAt(page, SCRAPE_NOTES.took, i) ?? 0
  return { at: scrapedAt(page, i), took: seconds * 1000, exposition: expositionOf(samples, page, i) }
}
