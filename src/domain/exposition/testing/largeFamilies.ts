import { seededRandom } from '#src/domain/slope/testing/random.ts'

/** For tests: a family as lines of a page, and how many values each of its labels has in them. */
export type LargeFamily = {
  readonly lines: readonly string[]
  readonly values: Readonly<Record<string, number>>
}

type LabelSet = Readonly<Record<string, string>>

const blockOf = (labels: LabelSet): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')

const valuesOf = (sets: readonly LabelSet[]): Record<string, number> => {
  const values: Record<string, Set<string>> = {}
  for (const set of sets) {
    for (const [name, value] of Object.entries(set)) (values[name] ??= new Set()).add(value)
  }
  return Object.fromEntries(Object.entries(values).map(([name, set]) => [name, set.size]))
}

/** For tests: how a client orders the series of a family. */
export type Order = 'sorted' | 'by age'

const inOrder = (sets: readonly LabelSet[], order: Order): readonly LabelSet[] =>
  order === 'by age' ? sets : sets.toSorted((a, b) => (blockOf(a) < blockOf(b) ? -1 : 1))

/** For tests: a counter or gauge, a line a label set. */
export const plainFamily = (
  name: string,
  sets: readonly LabelSet[],
  order: Order = 'by age',
): LargeFamily => ({
  lines: inOrder(sets, order).map((set, i) => `${name}{${blockOf(set)}} ${i}\n`),
  values: valuesOf(sets),
})

const BOUNDS = ['0.005', '0.01', '0.025', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '+Inf']

/** For tests: a histogram of ten buckets, twelve lines a label set. */
export const histogramFamily = (
  name: string,
  sets: readonly LabelSet[],
  order: Order = 'by age',
): LargeFamily => ({
  lines: inOrder(sets, order).flatMap((set, i) => linesOf(name, set, i)),
  values: valuesOf(sets),
})

const linesOf = (name: string, set: LabelSet, i: number): string[] => {
  const buckets = BOUNDS.map((le) => `${name}_bucket{${blockOf({ ...set, le })}} ${i}\n`)
  return buckets.concat(`${name}_sum{${blockOf(set)}} ${i}.5\n`, `${name}_count{${blockOf(set)}} ${i}\n`)
}

/**
 * For tests: requests by method, path and status, and by labels that have the given numbers of values; each of their
 * values comes in about equally many of the `count` series.
 */
export const requestSets = (count: number, labels: Readonly<Record<string, number>>): readonly LabelSet[] => {
  const random = seededRandom(11, `${count} ${JSON.stringify(labels)}`)
  const sets = new Map<string, LabelSet>()
  for (let i = 0; sets.size < count; i += 1) {
    if (i > 40 * count) throw new Error(`there are no ${count} different series`)
    const set = {
      method: random.chance(0.7) ? 'GET' : 'POST',
      path: `/api/v1/orders/${random.integer(1, 23)}`,
      status: ['200', '201', '404', '500'][random.integer(0, 3)] ?? '',
      ...Object.fromEntries(Object.entries(labels).map(([name, values]) => [name, `${name} ${i % values}`])),
    }
    sets.set(blockOf(set), set)
  }
  return [...sets.values()]
}
