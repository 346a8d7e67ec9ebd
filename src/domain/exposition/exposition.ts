import type { Bytes, EpochMs } from '#src/domain/time/units.ts'
import type { FamilySize } from './familyCensus.ts'

export type Labels = Readonly<Record<string, string>>

export type MetricType =
  | 'counter'
  | 'gauge'
  | 'histogram'
  | 'gaugehistogram'
  | 'summary'
  | 'info'
  | 'stateset'
  | 'untyped'

/** One line of an exposition. `value` may be NaN or ±Infinity: both are ordinary. */
export type Sample = {
  readonly name: string
  readonly labels: Labels
  readonly value: number
  /** The line's own timestamp, where it carries one. */
  readonly at: EpochMs | null
}

export type ExpositionFormat = 'prometheus-text' | 'openmetrics' | 'expvar' | 'actuator-metrics' | 'nats-varz'

/** A line that could not be read. Reading goes on behind it. */
export type ParseIssue = { readonly line: number; readonly column: number; readonly reason: string }

/** What was read of one metrics page. */
export type Exposition = {
  readonly format: ExpositionFormat
  /** The samples of the families that were asked for, in the order of the page. */
  readonly samples: readonly Sample[]
  /** TYPE lines of those families, by family name. */
  readonly types: ReadonlyMap<string, MetricType>
  /** All sample lines of the page, those that were skipped included. */
  readonly seriesCount: number
  readonly bytes: Bytes
  /** The first faulty lines (bounded) … */
  readonly issues: readonly ParseIssue[]
  /** … and how many there were in all. */
  readonly issueCount: number
  /** Which cap ended the reading early, if one did. What was read before it is kept. */
  readonly truncatedBy: 'bytes' | 'series' | null
  /** The largest families of what was read, see `FamilySize`; none of a JSON format. */
  readonly largest: readonly FamilySize[]
}

/** Why a page is no exposition at all: HTML, empty, or not one line of it could be read. */
export type NotAnExposition = {
  readonly kind: 'html' | 'empty' | 'unreadable'
  readonly line: number
  readonly column: number
  readonly reason: string
}
