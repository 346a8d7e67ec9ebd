import type { Labels } from '#src/domain/exposition/exposition.ts'
import { filterText, type LabelFilter, matchesFilter } from '#src/domain/signals/window/labelFilter.ts'
import { nameOnPage, samplesOf } from '#src/domain/signals/window/sampleIndex.ts'
import type { Window } from '#src/domain/signals/window/window.ts'
import { type Wants, wantsExact } from './reader.ts'

/** One metric in a figure: its value, or its growth a second. */
export type Term = {
  readonly name: string
  readonly filter: LabelFilter | undefined
  readonly factor: number
  readonly perSecond: boolean
}

/**
 * A number for each of several members (pools, disks, queues): the sum of its terms, all of which it needs.
 */
export type Figure = readonly Term[]

/** The metric's value. */
export const add = (name: string, filter?: LabelFilter): Term => ({
  name,
  filter,
  factor: 1,
  perSecond: false,
})

/** Minus the metric's value. */
export const less = (name: string, filter?: LabelFilter): Term => ({
  name,
  filter,
  factor: -1,
  perSecond: false,
})

/** The counter's growth a second, times `factor`. Seconds waited a second are the mean number that wait. */
export const perSecond = (name: string, factor = 1): Term => ({
  name,
  filter: undefined,
  factor,
  perSecond: true,
})

/** The values of the naming labels that a series has, `vhost/queue`; null where it has none of them. */
export const memberName = (labels: Labels, by: readonly string[]): string | null => {
  const parts = by.map((label) => labels[label] ?? '').filter((part) => part !== '')
  return parts.length === 0 ? null : parts.join('/')
}

const NOBODY: ReadonlyMap<string | null, number> = new Map()

const termByMember = (
  window: Window,
  by: readonly string[],
  { name, filter, factor, perSecond }: Term,
): ReadonlyMap<string | null, number> => {
  if (nameOnPage(window.index, name) === null) return NOBODY
  const sums = new Map<string | null, number>()
  const put = (labels: Labels, value: number): void => {
    const member = memberName(labels, by)
    sums.set(member, (sums.get(member) ?? 0) + value * factor)
  }
  if (!perSecond) {
    for (const { labels, value } of samplesOf(window.index, name, filter)) put(labels, value)
  } else if (window.seconds !== null) {
    for (const { labels, by: growth } of window.increases(name)) {
      if (matchesFilter(labels, filter)) put(labels, growth / window.seconds)
    }
  }
  return sums
}

/** The figure of every member for which all of its terms are on the page. */
export const figureByMember = (
  window: Window,
  by: readonly string[],
  figure: Figure,
): ReadonlyMap<string | null, number> => {
  const [leading, ...following] = figure
  const first = leading === undefined ? NOBODY : termByMember(window, by, leading)
  if (first.size === 0 || following.length === 0) return first
  const rest = following.map((term) => termByMember(window, by, term))
  const sums = new Map<string | null, number>()
  for (const [member, value] of first) {
    const others = rest.map((term) => term.get(member))
    if (others.every((other) => other !== undefined)) {
      sums.set(
        member,
        others.reduce((sum, other) => sum + other, value),
      )
    }
  }
  return sums
}

/** What a figure asks of the text. */
export const figureWants = (...figures: readonly (Figure | undefined)[]): Wants =>
  wantsExact(...figures.flatMap((figure) => figure ?? []).map(({ name }) => name))

const termText = ({ name, filter, perSecond }: Term): string =>
  `${perSecond ? 'rate of ' : ''}${name}${filterText(filter)}`

/** The figure as text: `node_filesystem_size_bytes - node_filesystem_avail_bytes`. */
export const figureText = (figure: Figure): string =>
  figure.map((term, at) => (at === 0 ? '' : term.factor < 0 ? ' - ' : ' + ') + termText(term)).join('')
