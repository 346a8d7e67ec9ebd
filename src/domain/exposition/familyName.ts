import type { MetricType } from './exposition.ts'

/** What the formats hang behind a family's name to name its samples (OpenMetrics 1.0). */
export const FORMS = ['_total', '_bucket', '_sum', '_count', '_created', '_info', '_gcount', '_gsum'] as const
type Form = (typeof FORMS)[number]

const FORMS_OF: Readonly<Record<MetricType, readonly Form[]>> = {
  counter: ['_total', '_created'],
  gauge: [],
  histogram: ['_bucket', '_sum', '_count', '_created'],
  gaugehistogram: ['_bucket', '_gsum', '_gcount'],
  summary: ['_sum', '_count', '_created'],
  info: ['_info'],
  stateset: [],
  untyped: [],
}

const formOf = (name: string): Form | null =>
  FORMS.find((form) => name.length > form.length && name.endsWith(form)) ?? null

/** The name without the form at its end; the name itself where it ends in none. */
export const withoutForm = (name: string): string => {
  const form = formOf(name)
  return form === null ? name : name.slice(0, -form.length)
}

/**
 * The family a sample belongs to: the one with a TYPE line of exactly its name, else the one named without
 * the sample's form if its type has such a form, else a family of its own.
 */
export const familyOf = (sampleName: string, types: ReadonlyMap<string, MetricType>): string => {
  if (types.has(sampleName)) return sampleName
  const form = formOf(sampleName)
  if (form === null) return sampleName
  const base = sampleName.slice(0, -form.length)
  const type = types.get(base)
  return type !== undefined && FORMS_OF[type].includes(form) ? base : sampleName
}
