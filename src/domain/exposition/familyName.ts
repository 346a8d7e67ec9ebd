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

// `_info` is left out: it names a family of its own.
const OF_ONE_METRIC: ReadonlySet<string> = new Set(FORMS.filter((form) => form !== '_info'))

/**
 * What all sample names of one metric share, told by the name alone: `x` of `x`, `x_total` and `x_created`, of
 * `x_bucket`, `x_sum` and `x_count`. A gauge named `x_count` seems to share it too.
 */
export const sharedName = (sampleName: string): string => sampleName.slice(0, sharedLength(sampleName))

/** The same as a number of 30 bits (FNV-1a), to compare names by that stand one behind the other on a page. */
export const sharedHash = (sampleName: string): number => {
  const length = sharedLength(sampleName)
  let hash = 0x811c9dc5
  for (let index = 0; index < length; index += 1) {
    hash = Math.imul(hash ^ sampleName.charCodeAt(index), 0x01000193)
  }
  return hash >>> 2
}

const sharedLength = (name: string): number => {
  const form = name.lastIndexOf('_')
  return form > 0 && OF_ONE_METRIC.has(name.slice(form)) ? form : name.length
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
