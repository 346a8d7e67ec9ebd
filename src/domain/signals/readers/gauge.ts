import { filterText, type LabelFilter } from '#src/domain/signals/window/labelFilter.ts'
import { samplesOf } from '#src/domain/signals/window/sampleIndex.ts'
import { measured, type Reader, sumOf, wantsExact } from './reader.ts'

/**
 * The value of a gauge, its fitting series added up. Negative series say "unbounded" or "unknown": left out.
 */
export const gauge = (name: string, filter?: LabelFilter): Reader => ({
  wants: wantsExact(name),
  read: ({ index }) => {
    const samples = samplesOf(index, name, filter).filter(({ value }) => value >= 0)
    const [first] = samples
    return first === undefined
      ? null
      : measured(sumOf(samples.map(({ value }) => value)), first.name + filterText(filter))
  },
})

/** How many series fit: the cores of a host are its `cpu` labels. */
export const seriesCountOf = (name: string, filter?: LabelFilter): Reader => ({
  wants: wantsExact(name),
  read: ({ index }) => {
    const samples = samplesOf(index, name, filter)
    return samples[0] === undefined ? null : measured(samples.length, samples[0].name + filterText(filter))
  },
})
