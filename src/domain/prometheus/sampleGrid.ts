import type { PodTarget } from './matchTarget.ts'
import type { StoredSeries } from './readResult.ts'
import { pointsOf, type Span } from './span.ts'
import { isOfTarget, labelsOnPage } from './targetSeries.ts'

/** All that is known of one target over a span: each series as it stood on its page, NaN where it has no value. */
export type Stretch = { readonly span: Span; readonly series: readonly StoredSeries[] }

/** Puts the answers of several queries together; a value takes eight bytes. */
export type SampleGrid = {
  /** Takes what was read of one piece of the span; answers how many values that were. */
  add(piece: Span, found: readonly StoredSeries[]): number
  /**
   * What is known of a target; its series keep their order whatever order the answers came in. Series that differ in
   * labels of the target only (a pod that moved, a server with two replicas) are one: the first that says something.
   */
  stretchOf(target: PodTarget): Stretch
  /** Series, over all targets. */
  seriesCount(): number
}

const keyOf = ({ name, labels }: Pick<StoredSeries, 'name' | 'labels'>): string =>
  JSON.stringify([name, ...Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))])

/** Fills the gaps of one series with another; answers how many values were taken. */
function fillGaps(values: Float64Array, more: Float64Array, offset: number): number {
  let taken = 0
  for (const [i, value] of more.entries()) {
    const at = offset + i
    // Beside the span there is no gap to fill.
    if (Number.isNaN(value) || !Number.isNaN(values[at] ?? 0)) continue
    values[at] = value
    taken += 1
  }
  return taken
}

const sorted = (series: ReadonlyMap<string, StoredSeries>): StoredSeries[] =>
  [...series].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)

/** An empty grid over a span. */
export function sampleGrid(span: Span): SampleGrid {
  const points = pointsOf(span)
  const byKey = new Map<string, StoredSeries>()

  const seriesIn = (
    known: Map<string, StoredSeries>,
    found: Pick<StoredSeries, 'name' | 'labels'>,
  ): Float64Array => {
    const key = keyOf(found)
    const values = known.get(key)?.values ?? new Float64Array(points).fill(Number.NaN)
    known.set(key, { name: found.name, labels: found.labels, values })
    return values
  }

  return {
    add(piece, found) {
      const offset = Math.round((piece.start - span.start) / span.step)
      return found.reduce((sum, series) => sum + fillGaps(seriesIn(byKey, series), series.values, offset), 0)
    },
    stretchOf(target) {
      const onPage = new Map<string, StoredSeries>()
      for (const { name, labels, values } of sorted(byKey)) {
        if (!isOfTarget(labels, target)) continue
        fillGaps(seriesIn(onPage, { name, labels: labelsOnPage(labels, target) }), values, 0)
      }
      return { span, series: sorted(onPage) }
    },
    seriesCount: () => byKey.size,
  }
}
