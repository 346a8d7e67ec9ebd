import type { FamilyTold, SeriesTold } from './podFamilies.ts'

/** A family that fits what is looked for, with those of its series that do; all where the family itself fits. */
export type FoundFamily = { readonly family: FamilyTold; readonly series: readonly SeriesTold[] }

const termsOf = (find: string): readonly string[] =>
  find
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '')

const textOfSeries = ({ name, labels }: SeriesTold): string =>
  `${name} ${Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(' ')}`.toLowerCase()

const has = (text: string, terms: readonly string[]): boolean => terms.every((term) => text.includes(term))

function found(family: FamilyTold, terms: readonly string[]): FoundFamily | null {
  const { name, help, type, feeds } = family
  const own = `${name} ${type} ${help ?? ''} ${feeds.join(' ')}`.toLowerCase()
  if (has(own, terms)) return { family, series: family.series }
  const rest = terms.filter((term) => !own.includes(term))
  const series = family.series.filter((one) => has(textOfSeries(one), rest))
  return series.length === 0 ? null : { family, series }
}

const byName = (a: FoundFamily, b: FoundFamily): number => (a.family.name < b.family.name ? -1 : 1)

/**
 * The families in which all words of `find` occur, whatever their case: in name, type, help, in the signals they feed, or in
 * the labels of their series, of which then only those are left. Sorted by name.
 */
export function searchFamilies(families: readonly FamilyTold[], find: string): readonly FoundFamily[] {
  const terms = termsOf(find)
  return families.flatMap((family) => found(family, terms) ?? []).toSorted(byName)
}
