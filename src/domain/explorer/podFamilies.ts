import type { MetricType } from '#src/domain/exposition/exposition.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Bytes, DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** One line of a metrics page. `name` is the sample's own, `http_requests_bucket` of the family `http_requests`. */
export type SeriesTold = {
  /** `name{label="value"}`, as the page writes it, see `seriesId`: it stands for the series. */
  readonly id: string
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** May be NaN or infinite. */
  readonly value: number
  /** What a counter rose by in each second since the page before; null of anything else, and without one. */
  readonly rate: number | null
}

/** One family of a metrics page, with its series as far as they are shown. */
export type FamilyTold = {
  readonly name: string
  readonly type: MetricType
  readonly help: string | null
  readonly unit: string | null
  /** All of them, those that are left out included. */
  readonly seriesCount: number
  readonly series: readonly SeriesTold[]
  /** The signals that it feeds here. */
  readonly feeds: readonly Signal[]
}

/** A series that somebody wants to see as a line: its values since it was pinned, at equal steps, NaN for gaps. */
export type PinnedSeries = {
  readonly id: string
  /** A counter is drawn as its rate. */
  readonly isRate: boolean
  readonly from: EpochMs
  readonly step: DurationMs
  readonly values: Float32Array
}

/** Everything that the last metrics page of a pod held. */
export type PodFamilies = {
  /** When the page was asked for; null while none was read whole: it comes with the next scrape. */
  readonly at: EpochMs | null
  /** When the one before it was. */
  readonly before: EpochMs | null
  readonly seriesCount: number
  readonly bytes: Bytes
  /** Which cap ended the reading early, if one did. */
  readonly truncatedBy: 'bytes' | 'series' | null
  /** All of them, those that are not told because there are too many included. */
  readonly familyCount: number
  readonly families: readonly FamilyTold[]
  readonly pinned: readonly PinnedSeries[]
}

/** More series of one family are not shown one by one. */
export const MOST_SERIES_SHOWN = 200
