import type { Labels } from '#src/domain/exposition/exposition.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import type { QueryFailure } from './queryFailure.ts'
import { metricOf, resultOf, valueOf } from './readResult.ts'

/** Samples of one series as they were stored, oldest first; times in ms. */
export type RawSeries = {
  readonly labels: Labels
  readonly at: Float64Array
  readonly values: Float64Array
}

function rawOf(pairs: readonly unknown[]): Pick<RawSeries, 'at' | 'values'> {
  const at = new Float64Array(pairs.length)
  const values = new Float64Array(pairs.length)
  let count = 0
  for (const pair of pairs) {
    if (!Array.isArray(pair)) continue
    const [seconds, text]: unknown[] = pair
    if (typeof seconds !== 'number') continue
    at[count] = seconds * 1000
    values[count] = valueOf(text)
    count += 1
  }
  return { at: at.subarray(0, count), values: values.subarray(0, count) }
}

/**
 * Reads `data` of an instant query for a range vector, such as `up[1h]`: every sample as it was stored (Prometheus,
 * "HTTP API", "Range vectors"). What has another shape within a series is passed over.
 */
export function readRaw(data: unknown): Result<readonly RawSeries[], QueryFailure> {
  const result = resultOf(data, 'matrix')
  if (!result.ok) return err(result.error)
  return ok(
    result.value.flatMap((series) => {
      if (typeof series !== 'object' || series === null || !('values' in series)) return []
      const { values } = series
      if (!Array.isArray(values)) return []
      return [{ labels: metricOf('metric' in series ? series.metric : null).labels, ...rawOf(values) }]
    }),
  )
}
