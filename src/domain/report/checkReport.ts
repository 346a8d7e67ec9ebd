import type { LightCounts } from '#src/domain/digest/digestRow.ts'
import type { StartMark } from '#src/domain/series/startLife.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** What a file of a report says it is, and its layout: one that goes up is of a newer build. */
export const REPORT_FORMAT = 'morning-check report'
export const REPORT_VERSION = 1

/**
 * The parts of a report. `unknown`: services of which nothing is known. `started`: deploys and restarts.
 * `restored`: tickets that are over. `marks`: what was said of items by whoever signed.
 */
export const SECTION_IDS = [
  'gaps',
  'act',
  'watch',
  'unseen',
  'recovered',
  'acked',
  'drifts',
  'started',
  'open',
  'restored',
  'watches',
  'silences',
  'marks',
  'gone',
  'unknown',
  'partly',
  'well',
  'week',
] as const

export type SectionId = (typeof SECTION_IDS)[number]

/** The line of a signal beside a row: of `values` null is a gap. `label` says it in words. */
export type ReportSpark = {
  readonly from: EpochMs
  readonly step: DurationMs
  readonly values: readonly (number | null)[]
  readonly bound: number | null
  /** The line that a drift was fitted to; null where it does not drift. */
  readonly drift: {
    readonly from: EpochMs
    readonly fromValue: number
    readonly to: EpochMs
    readonly toValue: number
  } | null
  readonly marks: readonly Pick<StartMark, 'at' | 'kind'>[]
  readonly label: string
}

/** One matter of a section, in words. */
export type ReportRow = {
  readonly light: Light | null
  readonly name: string
  /** How it stands or since when, in few words; empty where there is nothing to say. */
  readonly when: string
  readonly lines: readonly string[]
  /** Where this dashboard tells more: `#/s/orders`. */
  readonly link: string | null
  readonly spark: ReportSpark | null
}

export type ReportSection = {
  readonly id: SectionId
  readonly heading: string
  readonly intro: string | null
  readonly rows: readonly ReportRow[]
  /** How many rows more there were. */
  readonly more: number
}

/** Something that happened, to be counted in a table: moments and durations are numbers. */
export type Happening = {
  readonly kind: 'gap' | 'spell' | 'unseen' | 'deploy' | 'restart' | 'ticket'
  readonly service: string | null
  readonly light: Light | null
  readonly from: EpochMs
  /** Null: it goes on, or has no length. */
  readonly to: EpochMs | null
  /** How long it was seen; null where nothing was measured. */
  readonly lasted: DurationMs | null
  /** Of a time of trouble: for how long of it it was seen red. */
  readonly red: DurationMs | null
  /** Part of it was not seen: the duration is the least that it was. */
  readonly atLeast: boolean
  readonly what: string
  readonly ticket: {
    readonly code: string
    readonly priority: number
    readonly tta: DurationMs | null
    readonly trs: DurationMs | null
    readonly breaches: number
  } | null
}

/** A morning check as it is given to others: plain data, all of it in final words. */
export type CheckReport = {
  readonly format: typeof REPORT_FORMAT
  readonly version: typeof REPORT_VERSION
  /** The fleet's title. */
  readonly fleet: string
  readonly from: EpochMs
  readonly to: EpochMs
  /** An IANA name: the zone of all clock times in it. */
  readonly timeZone: string
  /** The address of the dashboard, to which links are relative; null where it is not known. */
  readonly url: string | null
  readonly light: Light
  readonly counts: LightCounts
  readonly headline: string
  /** From when to when, and whose check it looks back to. */
  readonly period: string
  /** The fleet now. */
  readonly verdict: string
  /** What happened, in a sentence. */
  readonly sentence: string
  /** Null: nobody has signed it. `words`: who and when. */
  readonly signed: {
    readonly by: string
    readonly at: EpochMs
    readonly words: string
    readonly note: string
  } | null
  readonly sections: readonly ReportSection[]
  readonly happenings: readonly Happening[]
}
