import type { SeriesTold } from './podFamilies.ts'

/** How the series of a family are sorted; `page`: as the page has them, distributions from their lowest edge on. */
export type SeriesOrder = 'page' | 'value' | 'rate'

const rank = (value: number | null): number => (value === null || Number.isNaN(value) ? -Infinity : value)

/** The series, the highest value or rate first; what has none comes last, equals stay in the order of the page. */
export function sortSeries(series: readonly SeriesTold[], order: SeriesOrder): readonly SeriesTold[] {
  if (order === 'page') return series
  return series.toSorted((a, b) => {
    const [left, right] = [rank(a[order]), rank(b[order])]
    return left === right ? 0 : right - left
  })
}
