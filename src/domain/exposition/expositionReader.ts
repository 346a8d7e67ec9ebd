import type { Result } from '#src/domain/result.ts'
import type { Exposition, MetricType, NotAnExposition, Sample } from './exposition.ts'
import { type PageOptions, pageReader } from './pageReader.ts'
import type { Wanted } from './wanted.ts'

export type ReadOptions = PageOptions & { readonly wanted: Wanted }

/** Takes a page in chunks, however they are cut, and answers what it holds of the wanted families. */
export type ExpositionReader = {
  /** Reads the next bytes; `enough` says that no more are needed: a cap is reached, or it is HTML. */
  readonly push: (chunk: Uint8Array) => 'more' | 'enough'
  /** Sums up. To be called once, when the body has ended or enough was read. */
  readonly end: () => Result<Exposition, NotAnExposition>
}

/**
 * Reads Prometheus text 0.0.4 and OpenMetrics 1.0. Lines of other families cost no allocation; a faulty line
 * is noted and passed over; at most one line is held between chunks. Not an exposition: HTML, nothing but
 * white space, or faulty lines and not one readable. A page of comments alone is an empty exposition.
 */
export const expositionReader = ({ wanted, ...options }: ReadOptions): ExpositionReader => {
  const samples: Sample[] = []
  const types = new Map<string, MetricType>()
  const reader = pageReader(
    wanted,
    {
      sample: (name, labels, value, at) => {
        samples.push({ name, labels, value, at })
      },
      type: (family, type) => types.set(family, type),
      text: null,
    },
    options,
  )
  return {
    push: reader.push,
    end: () => {
      const facts = reader.end()
      return facts.ok ? { ok: true, value: { samples, types, ...facts.value } } : facts
    },
  }
}

/** Reads a whole page at once. */
export const readExposition = (
  bytes: Uint8Array,
  options: ReadOptions,
): Result<Exposition, NotAnExposition> => {
  const reader = expositionReader(options)
  reader.push(bytes)
  return reader.end()
}
