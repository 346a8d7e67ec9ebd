import { AS_SAMPLE, wantedFamilies } from '#src/domain/exposition/wanted.ts'
import { WANTED } from '#src/domain/signals/wantedNames.ts'

const WANTED_FAMILIES = wantedFamilies(WANTED)

/**
 * What a server notes of each scrape by itself (Prometheus, "Automatically generated labels and time series"), and,
 * under a name that no metric can have, when the scrape was.
 */
export const SCRAPE_NOTES = {
  at: 'timestamp(up)',
  up: 'up',
  took: 'scrape_duration_seconds',
  samples: 'scrape_samples_scraped',
  bytes: 'scrape_body_size_bytes',
} as const

const NOTES: ReadonlySet<string> = new Set(Object.values(SCRAPE_NOTES))

/** Whether a name is one that the server noted, not one of the page. */
export const isScrapeNote = (name: string): boolean => NOTES.has(name)

/** Whether signals are read of a metric. A colon is in names of recording rules only, which no page has. */
const isWanted = (name: string): boolean =>
  isScrapeNote(name) || (!name.includes(':') && (WANTED_FAMILIES.judgeText(name).roles & AS_SAMPLE) !== 0)

/** How many series of one name the pods in question have, at the most at any time. */
export type NameCount = { readonly name: string; readonly series: number }

/**
 * The metrics that are worth fetching, those with the fewest series first, until `budget` series are reached; and the
 * names of those that are left out for it. Histograms with a thousand buckets come last.
 */
export function wantedMetrics(
  found: readonly NameCount[],
  budget: number,
): { readonly wanted: readonly NameCount[]; readonly leftOut: readonly string[] } {
  const wanted: NameCount[] = []
  const leftOut: string[] = []
  let sum = 0
  const byCount = found
    .filter(({ name }) => isWanted(name))
    .toSorted((a, b) => a.series - b.series || (a.name < b.name ? -1 : 1))
  for (const metric of byCount) {
    sum += metric.series
    if (sum <= budget || isScrapeNote(metric.name)) wanted.push(metric)
    else leftOut.push(metric.name)
  }
  return { wanted, leftOut }
}

/**
 * Those of the metrics that say something by themselves. Parts of histograms and summaries (`_bucket`, and `_sum` and
 * `_count` side by side) only do so beside the scrape before, which must not be older than ten minutes.
 */
export function standingMetrics(metrics: readonly NameCount[]): NameCount[] {
  const names = new Set(metrics.map(({ name }) => name))
  return metrics.filter(({ name }) => {
    const family = name.replace(/_(?:sum|count)$/, '')
    const isPart = family !== name && names.has(`${family}_sum`) && names.has(`${family}_count`)
    return !isPart && !name.endsWith('_bucket')
  })
}
