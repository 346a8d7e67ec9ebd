import type { Labels, Sample } from '#src/domain/exposition/exposition.ts'

/** By how much one series of a counter grew in a window; never negative. */
export type Increase = { readonly labels: Labels; readonly by: number }

/** What is known about two pages of one pod besides their samples. */
export type Continuity = {
  /** Another process answered than before: every counter began at zero. */
  readonly restarted: boolean
  /** The earlier page was read to its end. */
  readonly complete: boolean
}

/** One text for one set of labels, whatever their order; `without` is left out of it. */
export const seriesKey = (labels: Labels, without?: string): string => {
  let key = ''
  for (const name of Object.keys(labels).sort()) {
    if (name !== without) key += `${name}\u0000${labels[name]}\u0000`
  }
  return key
}

const sameLabels = (a: Labels, b: Labels): boolean => {
  // A reader may hand out one object for one set of labels, page after page.
  if (a === b) return true
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}

/** The earlier value of each series. Two pages of one process nearly always list series in the same order. */
const earlierValues = (
  before: readonly Sample[],
  now: readonly Sample[],
): readonly (number | undefined)[] => {
  const aligned =
    before.length === now.length &&
    now.every(({ labels }, at) => sameLabels(labels, before[at]?.labels ?? labels))
  if (aligned) return before.map(({ value }) => value)
  const values = new Map<string, number>()
  for (const { labels, value } of before) {
    const key = seriesKey(labels)
    if (!values.has(key)) values.set(key, value)
  }
  return now.map(({ labels }) => values.get(seriesKey(labels)))
}

const grown = (before: number, now: number): number => Math.max(0, now < before ? now : now - before)

/**
 * The increase of each series of one counter between two pages.
 *
 * A value below the earlier one is a reset (a restart sets counters to 0): the new value is the increase, as
 * in Prometheus' `increase()`. A family that was not there before counts from its first sight, so it gives
 * nothing yet: an exporter's collector that fails once comes back with counts of months. A series that
 * appears within a known family was born in the window (clients create a label set at its first event) and
 * counts whole, unless the earlier page was cut short and may have held it.
 */
export const increasesBetween = (
  before: readonly Sample[],
  now: readonly Sample[],
  { restarted, complete }: Continuity,
): readonly Increase[] => {
  if (restarted) return now.map(({ labels, value }) => ({ labels, by: Math.max(0, value) }))
  if (before.length === 0) return []
  const earlier = earlierValues(before, now)
  const increases: Increase[] = []
  for (const [at, { labels, value }] of now.entries()) {
    const then = earlier[at]
    if (then !== undefined || complete) increases.push({ labels, by: grown(then ?? 0, value) })
  }
  return increases
}
