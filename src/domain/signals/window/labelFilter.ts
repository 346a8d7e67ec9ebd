import type { Labels } from '#src/domain/exposition/exposition.ts'

/** Which series of a family are meant, label by label. A label a series lacks counts as empty. */
export type LabelFilter = Readonly<
  Record<string, string | readonly string[] | { readonly not: readonly string[] }>
>

type Wanted = LabelFilter[string]

const isList = (wanted: Wanted): wanted is readonly string[] => Array.isArray(wanted)

const fits = (value: string, wanted: Wanted): boolean => {
  if (typeof wanted === 'string') return value === wanted
  return isList(wanted) ? wanted.includes(value) : !wanted.not.includes(value)
}

/** Whether a series is meant; no filter means every series. */
export const matchesFilter = (labels: Labels, filter: LabelFilter | undefined): boolean =>
  filter === undefined || Object.entries(filter).every(([name, wanted]) => fits(labels[name] ?? '', wanted))

/** Long lists are cut: this is a hint for a person. */
const listText = (values: readonly string[]): string =>
  values.length > 5 ? `${values.slice(0, 2).join('|')}|…` : values.join('|')

const matcherText = (name: string, wanted: Wanted): string => {
  if (typeof wanted === 'string') return `${name}="${wanted}"`
  return isList(wanted) ? `${name}=~"${listText(wanted)}"` : `${name}!~"${listText(wanted.not)}"`
}

/** The filter as PromQL writes it, `{area="heap"}`; empty without a filter. */
export const filterText = (filter: LabelFilter | undefined): string =>
  filter === undefined
    ? ''
    : `{${Object.entries(filter)
        .map(([name, wanted]) => matcherText(name, wanted))
        .join(',')}}`

/** A series' labels as an exposition writes them, sorted by name; empty without labels. */
export const labelsText = (labels: Labels): string => {
  const written = Object.keys(labels)
    .sort()
    .map((name) => `${name}="${labels[name]}"`)
  return written.length === 0 ? '' : `{${written.join(',')}}`
}
