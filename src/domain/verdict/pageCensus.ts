import type { FamilySize } from '#src/domain/exposition/familyCensus.ts'
import { growingLabel, type GrowingLabel } from '#src/domain/exposition/labelGrowth.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from './podFacts.ts'

/** What a pod's metrics page was largest by some time ago: what it is largest by now is compared with it. */
export type PageCensus = {
  readonly at: EpochMs
  readonly largest: readonly FamilySize[]
  /** The census before this one, a day older; null where there was none in the life of the process. */
  readonly before: readonly FamilySize[] | null
}

/** A label that grows by a few per cent an hour has grown by enough to be told in a day, and a day's ups and downs are over. */
const EVERY: DurationMs = days(1)

/**
 * The census to compare later pages with, after a page that was read at `at`: the first one of a process, and a new one each
 * day. `was`: null where there is none, or the process was started anew, with which labels begin anew.
 */
export function nextCensus(was: PageCensus | null, at: EpochMs, largest: readonly FamilySize[]): PageCensus {
  if (was === null) return { at, largest, before: null }
  return at - was.at < EVERY ? was : { at, largest, before: was.largest }
}

/**
 * The label that makes a pod's metrics page grow: as of one to two days ago, or since its process was started. Where none
 * grew by so much, the label with the most values of the largest family; null where even that has not many.
 */
export function pageGrowth({ census, tracks }: Pick<PodFacts, 'census' | 'tracks'>): GrowingLabel | null {
  const now = tracks.metrics?.lastReading?.value.exposition.largest ?? []
  const grown = census === null ? null : growingLabel(census.before ?? census.largest, now)
  return grown ?? growingLabel(null, now)
}
