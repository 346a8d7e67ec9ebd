import type { Sample } from '#src/domain/exposition/exposition.ts'
import type { Family } from '#src/domain/exposition/familyGrouping.ts'
import { seriesKey } from '#src/domain/signals/window/counterIncrease.ts'

/** The label by which the lines of one distribution differ. */
const EDGE: Readonly<Partial<Record<Family['type'], string>>> = {
  histogram: 'le',
  gaugehistogram: 'le',
  summary: 'quantile',
}

const numberOf = (text: string | undefined): number =>
  text === undefined ? Number.NaN : text === '+Inf' ? Infinity : Number(text)

/** Edges ascending, then what has none: sum, count, created, as the page has them. */
function byEdge(edge: string): (a: Sample, b: Sample) => number {
  const rank = ({ labels }: Sample): number => {
    const at = numberOf(labels[edge])
    return Number.isNaN(at) ? Number.MAX_VALUE : at === Infinity ? Number.MAX_VALUE / 2 : at
  }
  return (a, b) => rank(a) - rank(b)
}

/** One distribution after another, in the order in which the page begins them. */
function inGroups(samples: readonly Sample[], edge: string): Sample[] {
  const groups = new Map<string, Sample[]>()
  for (const sample of samples) {
    const key = seriesKey(sample.labels, edge)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [sample])
    else group.push(sample)
  }
  return [...groups.values()].flatMap((group) => group.sort(byEdge(edge)))
}

/** Higher first; what is no number last. */
const byValue = (a: Sample, b: Sample): number =>
  (Number.isNaN(b.value) ? -Infinity : b.value) - (Number.isNaN(a.value) ? -Infinity : a.value) || 0

/** Larger families of distributions are taken as the page has them, which is nearly always this order. */
const MOST_SORTED = 4000

/**
 * The lines of a family that are shown, at most `most`. Of histograms and summaries the first distributions of the page, each
 * from its lowest edge or quantile to its highest, then sum and count; of anything else, where there are more, those with
 * the highest values, in the order of the page.
 */
export function shownSamples({ type, samples }: Family, most: number): readonly Sample[] {
  const edge = EDGE[type]
  if (edge !== undefined) {
    return (samples.length <= MOST_SORTED ? inGroups(samples, edge) : samples).slice(0, most)
  }
  if (samples.length <= most) return samples
  const highest = new Set(samples.toSorted(byValue).slice(0, most))
  return samples.filter((sample) => highest.has(sample))
}
