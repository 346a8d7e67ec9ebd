import type { Labels, Sample } from '#src/domain/exposition/exposition.ts'
import type { Family } from '#src/domain/exposition/familyGrouping.ts'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import { countsUp } from '#src/domain/exposition/countsUp.ts'
import type { SeriesTold } from './podFamilies.ts'
import { riseOf } from './riseOf.ts'
import { seriesId } from './seriesId.ts'

/** The same family on the page before. */
type Past = {
  readonly family: Family
  readonly seconds: number
  /** That page was read to its end: what it does not hold was not there. */
  readonly isWhole: boolean
}

const LONGEST_LABEL = 300
const MOST_LABELS = 40

const isShort = ({ length }: string): boolean => length <= LONGEST_LABEL

/** Labels as they are shown: no more than 40, none longer than 300 characters; how many are left out stands for the rest. */
function cutLabels(labels: Labels): Labels {
  const names = Object.keys(labels)
  if (names.length <= MOST_LABELS && names.every((name) => isShort(name) && isShort(labels[name] ?? ''))) {
    return labels
  }
  const rest: readonly (readonly [string, string])[] =
    names.length > MOST_LABELS ? [['…', `+${names.length - MOST_LABELS}`]] : []
  return labelSet([
    ...names
      .slice(0, MOST_LABELS)
      .map((name) => [cutText(name, LONGEST_LABEL), cutText(labels[name] ?? '', LONGEST_LABEL)] as const),
    ...rest,
  ])
}

/** Clients list series in the same order on every page: then no text has to be made to find the earlier value. */
const isAligned = (before: readonly Sample[], now: readonly Sample[]): boolean =>
  before.length === now.length &&
  now.every(({ name, labels }, at) => name === before[at]?.name && labels === before[at]?.labels)

/** The earlier value of each of the samples that are shown; undefined where there was none. */
function earlierValues(
  before: readonly Sample[],
  now: readonly Sample[],
  shown: readonly Sample[],
): (sample: Sample, id: string) => number | undefined {
  if (isAligned(before, now)) {
    const wanted = new Set(shown)
    const values = new Map<Sample, number | undefined>()
    for (const [at, sample] of now.entries()) {
      if (wanted.has(sample)) values.set(sample, before[at]?.value)
    }
    return (sample) => values.get(sample)
  }
  const values = new Map(before.map((sample) => [seriesId(sample), sample.value]))
  return (_, id) => values.get(id)
}

/**
 * The lines of a family as they are shown. A counter that appeared within a family that was there before began at 0 since
 * then, and all of it is its rise, unless the page before was cut short; a family that was not there before has no rates
 * yet.
 */
export function seriesTold(
  { type, samples }: Family,
  shown: readonly Sample[],
  past: Past | null,
): readonly SeriesTold[] {
  const known = past !== null && past.family.samples.length > 0 ? past : null
  const rises = known !== null && shown.some(({ name }) => countsUp(type, name))
  const earlier = rises ? earlierValues(known.family.samples, samples, shown) : null
  const rateOf = (sample: Sample, id: string): number | null => {
    if (earlier === null || known === null || !countsUp(type, sample.name)) return null
    const was = earlier(sample, id)
    return was === undefined && !known.isWhole ? null : riseOf(was ?? 0, sample.value, known.seconds)
  }
  return shown.map((sample) => {
    const id = seriesId(sample)
    const { name, labels, value } = sample
    return {
      id,
      name: cutText(name, LONGEST_LABEL),
      labels: cutLabels(labels),
      value,
      rate: rateOf(sample, id),
    }
  })
}
