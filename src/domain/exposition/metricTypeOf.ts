import type { MetricType } from './exposition.ts'

// The words of both formats; OpenMetrics says `unknown` for `untyped`.
const TYPES = new Map<string, MetricType>([
  ['counter', 'counter'],
  ['gauge', 'gauge'],
  ['histogram', 'histogram'],
  ['gaugehistogram', 'gaugehistogram'],
  ['summary', 'summary'],
  ['info', 'info'],
  ['stateset', 'stateset'],
  ['untyped', 'untyped'],
  ['unknown', 'untyped'],
])

/** The type that a word of a TYPE line names, in any case; null for a word of neither format. */
export const metricTypeOf = (word: string): MetricType | null =>
  TYPES.get(word) ?? TYPES.get(word.toLowerCase()) ?? null
