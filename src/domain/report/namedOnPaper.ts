import { englishPaper as words } from '#src/domain/wording/englishPaper.ts'
import type { ReportSection } from './checkReport.ts'
import type { LessOnPaper } from './paperDetails.ts'

/** The rows of a section that are printed as names, in one line that names each; null where there are none. */
export function namedOnPaper({ rows }: ReportSection, less: LessOnPaper): string | null {
  const named = rows.filter((row) => less.get(row) === 'named')
  if (named.length === 0) return null
  const names = named.map(({ name }) => name).join(', ')
  return named.length === rows.length
    ? words.onlyNamed(named.length, names)
    : words.moreNamed(named.length, names)
}

/** What was left out to fit the page, in a sentence; null where nothing was. */
export function cutOnPaper(less: LessOnPaper): string | null {
  if (less.size === 0) return null
  const named = [...less.values()].filter((shown) => shown === 'named').length
  return words.cut(named, less.size - named)
}
