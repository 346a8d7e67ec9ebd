import { namesEndingInWord } from '#src/domain/signals/window/sampleIndex.ts'
import type { Window } from '#src/domain/signals/window/window.ts'
import { meanDuration } from './meanDuration.ts'
import { quantile } from './quantile.ts'
import { partRate, rate } from './rate.ts'
import { type Measured, type Wants, wantsExact } from './reader.ts'

/** Work that is timed by a histogram or summary, in `unit` seconds: a named one, or every one whose name ends so. */
export type WorkKind =
  | {
      readonly kind: 'named'
      readonly family: string
      readonly unit: number
      /** Counters of the same work, for a family that does not count. */
      readonly counters: readonly string[]
    }
  | { readonly kind: 'ending'; readonly ending: string; readonly unit: number }

/** How often a kind of work is done, and how long a piece of it takes. */
export type Work = {
  readonly family: string
  /** Work of a service's own, for which it may name workers; no requests: those have theirs from the fleet file. */
  readonly isOwn: boolean
  readonly arrivalsPerSecond: Measured
  readonly seconds: Measured
  readonly statistic: 'mean' | 'median'
}

/** Counters of finished work beside a family that does not count, from a word on. */
const PROCESSED = ['jobs_processed_total', 'tasks_processed_total', 'messages_processed_total'] as const

/** Requests or jobs that a named family times. */
export const work = (family: string, unit = 1, counters: readonly string[] = []): WorkKind => ({
  kind: 'named',
  family,
  unit,
  counters,
})

/** Every family whose name ends so, from a word on: services name the timing of their jobs by habit. */
export const workEnding = (ending: string, unit = 1): WorkKind => ({ kind: 'ending', ending, unit })

/** What a kind of work asks of the text. */
export const workWants = (kind: WorkKind): Wants =>
  kind.kind === 'named'
    ? wantsExact(kind.family, ...kind.counters)
    : { exact: [], endings: [kind.ending, ...PROCESSED].map((ending) => `_${ending}`) }

type Family = Pick<Work, 'family' | 'isOwn'> & {
  readonly unit: number
  readonly counters: readonly string[]
}

/** The families of this ending on the page, each with the counters that share its beginning. */
function familiesEnding(window: Window, ending: string, unit: number): readonly Family[] {
  const parts = ['_count', '_bucket', ''].flatMap((part) =>
    namesEndingInWord(window.index, ending + part).map((name) => name.slice(0, name.length - part.length)),
  )
  return [...new Set(parts)].map((family) => {
    const prefix = family.slice(0, -ending.length)
    return { family, isOwn: true, unit, counters: PROCESSED.map((counter) => prefix + counter) }
  })
}

const familiesOf = (window: Window, kind: WorkKind): readonly Family[] =>
  kind.kind === 'named'
    ? [{ family: kind.family, isOwn: false, unit: kind.unit, counters: kind.counters }]
    : familiesEnding(window, kind.ending, kind.unit)

function arrivals(window: Window, { family, counters }: Family): Measured | null {
  for (const reader of [partRate(family, 'count'), ...counters.map((name) => rate(name))]) {
    const found = reader.read(window)
    if (found !== null && found.value > 0) return found
  }
  return null
}

function workOf(window: Window, told: Family): Work | null {
  const { family, isOwn, unit } = told
  const arrivalsPerSecond = arrivals(window, told)
  if (arrivalsPerSecond === null) return null
  const mean = meanDuration(window, family)
  const found = mean ?? quantile(0.5, family).read(window)
  if (found === null) return null
  const seconds = { ...found, value: found.value * unit }
  return { family, isOwn, arrivalsPerSecond, seconds, statistic: mean === null ? 'median' : 'mean' }
}

/**
 * The kinds of work on the page that were done in the window: how often a second, counted as they were finished, which is
 * as they arrive wherever nothing piles up; and how long a piece takes: the mean, or where a family keeps no sum the
 * median.
 */
export const timedWork = (window: Window, kinds: readonly WorkKind[]): readonly Work[] =>
  kinds.flatMap((kind) => familiesOf(window, kind)).flatMap((family) => workOf(window, family) ?? [])
