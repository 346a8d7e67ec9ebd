import type { QueueKind } from '#src/domain/signals/readers/deepestQueue.ts'
import type { PoolKind } from '#src/domain/signals/readers/fullestPool.ts'
import { type Reader, type Wants, wantsExact } from '#src/domain/signals/readers/reader.ts'
import type { WorkKind } from '#src/domain/signals/readers/timedWork.ts'
import type { TargetReader } from '#src/domain/signals/readers/target.ts'
import { nameOnPage, namesEnding, type SampleIndex } from '#src/domain/signals/window/sampleIndex.ts'
import type { Signal } from './signal.ts'

/** One way to one signal, and to the limit it would hit. */
export type Row = { readonly signal: Signal; readonly value: Reader; readonly bound?: Reader }

/** How a page is known to tell of something else than the process that wrote it. */
export type ExporterMark = { readonly wants: Wants; readonly isOn: (index: SampleIndex) => boolean }

/**
 * What is known of one ecosystem: the rows of a table. Rows are tried in order, sources in the order of
 * `ALL_SOURCES`, and the first that answers gives the signal. Queues and pools of all sources compete.
 */
export type Source = {
  readonly name: string
  /** Where it marks the page as an exporter's, only exporters' sources are asked, never the process' own. */
  readonly exporter?: ExporterMark
  /** Start of the watched process in seconds since 1970, best first. */
  readonly starts?: readonly Reader[]
  readonly target?: TargetReader
  readonly rows: readonly Row[]
  readonly queues?: readonly QueueKind[]
  readonly pools?: readonly PoolKind[]
  /** Work that is timed: with the number of workers it tells how busy they are. */
  readonly work?: readonly WorkKind[]
}

/**
 * An exporter's page has one of these families, and what says whether its target answers, where there is
 * such. Both are asked for: a service may have a gauge `redis_up` of its own for a dependency, and an
 * exporter that has no target yet tells only of itself.
 */
export const exporterWith = (signs: readonly string[], target?: string): ExporterMark => ({
  wants: wantsExact(...signs, ...(target === undefined ? [] : [target])),
  isOn: (index) =>
    (target === undefined || nameOnPage(index, target) !== null) &&
    signs.some((sign) => nameOnPage(index, sign) !== null),
})

/** An exporter by its looks: `memcached_exporter_build_info` and a `memcached_up`. */
export const exporterByNames = (target: TargetReader): ExporterMark => ({
  wants: { exact: target.wants.exact, endings: ['exporter_build_info', ...target.wants.endings] },
  isOn: (index) => namesEnding(index, 'exporter_build_info').length > 0 && target.read(index) !== null,
})
