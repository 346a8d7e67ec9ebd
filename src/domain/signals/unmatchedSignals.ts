import type { Exposition } from '#src/domain/exposition/exposition.ts'
import { filterText, matchesFilter } from '#src/domain/signals/window/labelFilter.ts'
import { indexSamples } from '#src/domain/signals/window/sampleIndex.ts'
import type { MappableSignal, MappedSignal } from './mappedSignal.ts'

/** A signal that nothing tells, because the metric that the fleet file maps to it is not on the page. */
export type UnmatchedSignal = {
  readonly signal: MappableSignal
  /** With its labels, as PromQL writes it. */
  readonly metric: string
}

const NO_LABELS: MappedSignal['labels'] = {}

const labelsOf = (labels: MappedSignal['labels']): string =>
  Object.keys(labels).length === 0 ? '' : filterText(labels)

/** What a histogram or summary of that name is made of. */
const linesOf = (metric: string): readonly string[] => [metric, `${metric}_count`, `${metric}_bucket`]

/**
 * The metrics that the fleet file maps to signals, or takes shares of, of which a page has no line, whatever its value. None
 * of a page that a cap cut: they may be on the rest of it. What is there and says nothing yet, as a counter on its first page
 * or a quantile without a request, is not among them.
 */
export function unmatchedSignals(
  mapped: readonly MappedSignal[],
  page: Exposition,
): readonly UnmatchedSignal[] {
  if (mapped.length === 0 || page.truncatedBy !== null) return []
  const { prefix } = indexSamples(page)
  const isThere = (metric: string, labels: MappedSignal['labels']): boolean => {
    const names = new Set(linesOf(metric).flatMap((name) => [name, prefix + name]))
    return page.samples.some((sample) => names.has(sample.name) && matchesFilter(sample.labels, labels))
  }
  return mapped.flatMap(({ signal, metric, labels, per }) => {
    if (!isThere(metric, labels)) return [{ signal, metric: metric + labelsOf(labels) }]
    return per === null || isThere(per, NO_LABELS) ? [] : [{ signal, metric: per }]
  })
}
