import { count } from './englishCount.ts'

/** What a report says on paper only, where a busy day was made to fit its page, in English. */
export const englishPaper = {
  moreNamed: (n: number, names: string) => `and ${n} more: ${names}`,
  onlyNamed: (n: number, names: string) => `${n}, by name alone: ${names}`,
  moreLines: (n: number) => `and ${count(n, 'more line')}`,
  /** `named`: rows that are names alone; `short`: rows that tell only the first of their lines. */
  cut: (named: number, short: number) => {
    const parts = [
      ...(named === 0 ? [] : [`${count(named, 'matter')} by name alone`]),
      ...(short === 0
        ? []
        : [`${count(short, 'matter')} with ${short === 1 ? 'its' : 'their'} first line only`]),
    ]
    return `Made to fit the page: ${parts.join(', ')}. The report on the dashboard and its files tell all of it.`
  },
}
