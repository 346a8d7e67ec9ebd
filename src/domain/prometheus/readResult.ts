import type { Labels } from '#src/domain/exposition/exposition.ts'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import type { QueryFailure } from './queryFailure.ts'
import { pointsOf, type Span } from './span.ts'

/** One series of a matrix: its value at each moment of the span, NaN where it has none. */
export type StoredSeries = { readonly name: string; readonly labels: Labels; readonly values: Float64Array }

/** One series of a vector. `name` is empty where a function took it away. */
export type InstantSeries = { readonly name: string; readonly labels: Labels; readonly value: number }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const WORDS: Readonly<Record<string, number>> = {
  '+Inf': Number.POSITIVE_INFINITY,
  Inf: Number.POSITIVE_INFINITY,
  '-Inf': Number.NEGATIVE_INFINITY,
}

/** Values are texts, so that what JSON cannot write can be said. What is no number is NaN: no figure. */
export const valueOf = (text: unknown): number => {
  if (typeof text !== 'string' || text === '') return Number.NaN
  const number = Number(text)
  return Number.isNaN(number) ? (WORDS[text] ?? number) : number
}

/** The name and the labels of a series; what is no text among them is left out. */
export function metricOf(metric: unknown): { readonly name: string; readonly labels: Labels } {
  const pairs: [string, string][] = []
  let name = ''
  for (const [label, value] of isObject(metric) ? Object.entries(metric) : []) {
    if (typeof value !== 'string') continue
    if (label === '__name__') name = value
    else pairs.push([label, value])
  }
  return { name, labels: labelSet(pairs) }
}

/** The series of an answer, where they are of the type that was asked for. */
export function resultOf(data: unknown, type: 'vector' | 'matrix'): Result<readonly unknown[], QueryFailure> {
  const found = isObject(data) ? data['resultType'] : null
  const result: unknown = isObject(data) ? data['result'] : null
  if (found === type && Array.isArray(result)) return ok(result)
  return err({ kind: 'unexpected', found: typeof found === 'string' ? found : typeof data })
}

function valuesOn(pairs: readonly unknown[], { start, step }: Span, points: number): Float64Array {
  const values = new Float64Array(points).fill(Number.NaN)
  for (const pair of pairs) {
    if (!Array.isArray(pair)) continue
    const [at, text]: unknown[] = pair
    const i = typeof at === 'number' ? Math.round((at * 1000 - start) / step) : -1
    if (i >= 0 && i < points) values[i] = valueOf(text)
  }
  return values
}

/**
 * Reads `data` of a range query over the span that was asked for (seconds and texts in the answer). Series without
 * plain values, such as native histograms, are passed over; so is whatever has another shape within a series.
 */
export function readMatrix(data: unknown, span: Span): Result<readonly StoredSeries[], QueryFailure> {
  const result = resultOf(data, 'matrix')
  if (!result.ok) return result
  const points = pointsOf(span)
  return ok(
    result.value.flatMap((series) => {
      const pairs: unknown = isObject(series) ? series['values'] : null
      if (!isObject(series) || !Array.isArray(pairs)) return []
      return [{ ...metricOf(series['metric']), values: valuesOn(pairs, span, points) }]
    }),
  )
}

/** Reads `data` of an instant query. Series without a plain value, such as native histograms, are passed over. */
export function readVector(data: unknown): Result<readonly InstantSeries[], QueryFailure> {
  const result = resultOf(data, 'vector')
  if (!result.ok) return result
  return ok(
    result.value.flatMap((series) => {
      const pair: unknown = isObject(series) ? series['value'] : null
      if (!isObject(series) || !Array.isArray(pair)) return []
      return [{ ...metricOf(series['metric']), value: valueOf(pair[1]) }]
    }),
  )
}
