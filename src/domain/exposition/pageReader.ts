import { err, ok, type Result } from '#src/domain/result.ts'
import type { Bytes } from '#src/domain/time/units.ts'
import type { ExpositionFormat, NotAnExposition, ParseIssue } from './exposition.ts'
import type { FamilySize } from './familyCensus.ts'
import { LineBuffer } from './lineBuffer.ts'
import { type PageSink, PageWalk } from './pageWalk.ts'
import type { Wanted } from './wanted.ts'

export type PageOptions = {
  /** Reading stops behind so many bytes … */
  readonly byteCap?: Bytes
  /** … or so many sample lines, those nobody asked for included. */
  readonly seriesCap?: number
  /** What the content type declares, see `declaredFormat`. Undeclared timestamps are told by their size. */
  readonly declared?: 'prometheus-text' | 'openmetrics' | null
}

/** What every reader of a page has to say of the page itself. */
export type PageFacts = {
  readonly format: ExpositionFormat
  readonly seriesCount: number
  readonly bytes: Bytes
  readonly issues: readonly ParseIssue[]
  readonly issueCount: number
  readonly truncatedBy: 'bytes' | 'series' | null
  readonly largest: readonly FamilySize[]
}

export type PageReader = {
  /** Reads the next bytes; `enough` says that no more are needed, whatever follows. */
  readonly push: (chunk: Uint8Array) => 'more' | 'enough'
  /** Reads a last line without line feed and sums up. To be called once. */
  readonly end: () => Result<PageFacts, NotAnExposition>
}

const UNIT_OF = { 'prometheus-text': 'ms', openmetrics: 's' } as const

/** Reads a page chunk by chunk into a sink; what the selective and the full reader share. */
export const pageReader = (wanted: Wanted, sink: PageSink, options: PageOptions): PageReader => {
  const { byteCap = Infinity, seriesCap = Infinity, declared = null } = options
  const walk = new PageWalk(wanted, sink, {
    seriesCap,
    timestamps: declared === null ? 'guess' : UNIT_OF[declared],
  })
  const buffer = new LineBuffer(walk)
  let pushed = 0
  let overCap = false

  const push = (chunk: Uint8Array): 'more' | 'enough' => {
    if (overCap || walk.stopped !== null) return 'enough'
    overCap = pushed + chunk.length > byteCap
    const taken = overCap ? chunk.subarray(0, byteCap - pushed) : chunk
    pushed += taken.length
    buffer.push(taken)
    return overCap || walk.stopped !== null ? 'enough' : 'more'
  }

  const end = (): Result<PageFacts, NotAnExposition> => {
    // A line that the cap has cut is no fault of the page.
    if (!overCap) buffer.end()
    const truncatedBy = walk.stopped === 'series' ? 'series' : overCap ? 'bytes' : null
    const bytes = walk.stopped === 'series' ? buffer.walked : pushed
    const fault = faultOf(walk, truncatedBy !== null)
    return fault === null ? ok(factsOf(walk, { declared, truncatedBy, bytes })) : err(fault)
  }

  return { push, end }
}

const faultOf = ({ tally, stopped }: PageWalk, truncated: boolean): NotAnExposition | null => {
  const place = tally.issues[0] ?? { line: 1, column: 1, reason: 'no line of it is a sample or a comment' }
  if (stopped === 'html') return { kind: 'html', ...place, reason: 'the page is HTML' }
  if (tally.series + tally.comments === 0 && !truncated)
    return { kind: 'empty', ...place, reason: 'the page is empty' }
  return tally.bad > 0 && tally.readable === 0 ? { kind: 'unreadable', ...place } : null
}

type Outcome = Pick<PageFacts, 'truncatedBy' | 'bytes'> & { readonly declared: string | null }

const factsOf = ({ tally, census }: PageWalk, { declared, truncatedBy, bytes }: Outcome): PageFacts => {
  const openMetrics = tally.openMetrics || declared === 'openmetrics'
  if (openMetrics && truncatedBy === null) tally.closeOpenMetrics()
  const { series: seriesCount, issues, issueCount } = tally
  return {
    format: openMetrics ? 'openmetrics' : 'prometheus-text',
    seriesCount,
    bytes,
    issues,
    issueCount,
    truncatedBy,
    largest: census.largest(seriesCount),
  }
}
