import type { MetricType } from './exposition.ts'

/** Whether a sample of a family of this type only ever rises until its process starts anew, told by its name's end. */
const RISES: Readonly<Record<MetricType, RegExp | null>> = {
  // `_created` is when it began; a counter of the old text format has any name.
  counter: /^(?!.*_created$)/s,
  histogram: /_(?:bucket|count|sum)$/,
  summary: /_(?:count|sum)$/,
  untyped: /_total$/,
  gauge: null,
  gaugehistogram: null,
  info: null,
  stateset: null,
}

/**
 * Whether a sample counts up, so that its rise a second says more than its value: counters, the counts and sums of
 * histograms and summaries, and what has no type and a name in `_total` (Prometheus, "Metric types" and "Metric and label
 * naming").
 */
export const countsUp = (type: MetricType, sampleName: string): boolean =>
  RISES[type]?.test(sampleName) ?? false
