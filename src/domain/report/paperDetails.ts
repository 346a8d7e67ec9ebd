import type { ReportRow, ReportSection, SectionId } from './checkReport.ts'

/** How much of a row is printed: all of it, its first line, or its name beside others. */
export type OnPaper = 'whole' | 'short' | 'named'

/** Rows of which not all is printed. */
export type LessOnPaper = ReadonlyMap<ReportRow, Exclude<OnPaper, 'whole'>>

/** Lines of a row that may be left out: with its first one all are, and its name is left. */
type Detail = { readonly row: ReportRow; readonly isFirst: boolean; readonly rank: number }

/** Where it is told how things stand; in other sections a red one is told once more. */
const NOW: readonly SectionId[] = ['act', 'watch', 'unseen']

/** Sections in the order in which they are worth their place. */
const TROUBLE: readonly SectionId[] = [...NOW, 'open', 'acked', 'drifts', 'watches', 'marks']

/** What is printed rather than what has a larger number: first lines of what stands badly, all of what is red, other first lines. */
const RANK = { now: 0, red: 100, first: 200, others: 300 } as const

function rankOf(id: SectionId, { light }: ReportRow, isFirst: boolean): number {
  const place = TROUBLE.includes(id) ? TROUBLE.indexOf(id) : TROUBLE.length
  const isNow = NOW.includes(id)
  if (isFirst) return (isNow ? RANK.now : RANK.first) + place
  return (isNow && light === 'red' ? RANK.red : RANK.others) + place
}

const hasWords = ({ when, lines }: ReportRow): boolean => when !== '' || lines.length > 0

function detailsOfSection(
  { id, rows }: ReportSection,
  isKept: (row: ReportRow) => boolean,
): readonly Detail[] {
  const detail = (row: ReportRow, isFirst: boolean): Detail => ({
    row,
    isFirst,
    rank: rankOf(id, row, isFirst),
  })
  const named = rows.filter(({ name }) => name !== '')
  const firsts = named.filter((row) => hasWords(row) && !isKept(row))
  const others = named.filter(({ lines }) => lines.length > 1)
  return firsts.map((row) => detail(row, true)).concat(others.map((row) => detail(row, false)))
}

/**
 * The lines of a report that may be left out on paper, those that are worth most first. The first line of every red row is none
 * of them, unless the same is red in a section on how things stand now. What has no name is always printed: it could not be named.
 */
export function paperDetails(sections: readonly ReportSection[]): readonly Detail[] {
  const now = sections.filter(({ id }) => NOW.includes(id)).flatMap(({ rows }) => rows)
  const redNow = now.filter(({ light }) => light === 'red')
  const told = new Set(redNow.map(({ name }) => name))
  const kept = new Set(redNow)
  const isKept = (row: ReportRow): boolean => kept.has(row) || (row.light === 'red' && !told.has(row.name))
  return sections.flatMap((section) => detailsOfSection(section, isKept)).toSorted((a, b) => a.rank - b.rank)
}

/** What is left of each row where only the first `kept` of the details are printed. */
export function lessOf(details: readonly Detail[], kept: number): LessOnPaper {
  const less = new Map<ReportRow, Exclude<OnPaper, 'whole'>>()
  for (const { row, isFirst } of details.slice(kept)) {
    if (isFirst) less.set(row, 'named')
    else if (!less.has(row)) less.set(row, 'short')
  }
  return less
}
