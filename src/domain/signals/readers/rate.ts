import { filterText, type LabelFilter, matchesFilter } from '#src/domain/signals/window/labelFilter.ts'
import { nameOnPage } from '#src/domain/signals/window/sampleIndex.ts'
import { measured, type Reader, sumOf, type Wants, wantsExact } from './reader.ts'

const rateOf = (name: string, wants: Wants, filter: LabelFilter | undefined): Reader => ({
  wants,
  read: (window) => {
    if (window.seconds === null) return null
    const grown = window.increases(name).filter(({ labels }) => matchesFilter(labels, filter))
    if (grown.length === 0) return null
    const from = `rate of ${nameOnPage(window.index, name) ?? name}${filterText(filter)}`
    return measured(sumOf(grown.map(({ by }) => by)) / window.seconds, from)
  },
})

/** Growth of a counter a second, each series by itself and then added up; absent without a window. */
export const rate = (name: string, filter?: LabelFilter): Reader => rateOf(name, wantsExact(name), filter)

/** The same of one part of a histogram or summary: of how often (`count`), or how much (`sum`). */
export const partRate = (family: string, part: 'count' | 'sum'): Reader =>
  rateOf(`${family}_${part}`, wantsExact(family), undefined)
