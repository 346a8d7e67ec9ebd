import { MOST_URL } from '#src/domain/ticket/textSchema.ts'
import { reportTexts } from '#src/domain/wording/reportTexts.ts'
import type { ReportRow, ReportSection, SectionId } from './checkReport.ts'
import { clipText, plainLine } from './plainLine.ts'
import { MOST_LINE, MOST_LINES, MOST_ROWS } from './reportCaps.ts'

/** Anybody's text as a line of a report. */
export const reportLine = (text: string): string => clipText(plainLine(text), MOST_LINE)

/** A row; what is left out is empty. Of more lines than a row may have the last one says how many there are. */
export function reportRow(row: Partial<ReportRow>): ReportRow {
  const lines = (row.lines ?? []).map(reportLine).filter((line) => line !== '')
  const hidden = lines.length - MOST_LINES
  return {
    light: row.light ?? null,
    name: reportLine(row.name ?? ''),
    when: reportLine(row.when ?? ''),
    lines: hidden <= 0 ? lines : [...lines.slice(0, MOST_LINES - 1), reportTexts.more(hidden + 1)],
    link: row.link ?? null,
    spark: row.spark ?? null,
  }
}

/** A section as a list of none or one: one without rows and without an intro is not told. */
export function reportSection(
  id: SectionId,
  rows: readonly ReportRow[],
  intro: string | null = null,
): readonly ReportSection[] {
  if (rows.length === 0 && intro === null) return []
  return [
    {
      id,
      heading: reportTexts.heading[id],
      intro: intro === null ? null : reportLine(intro),
      rows: rows.slice(0, MOST_ROWS),
      more: Math.max(0, rows.length - MOST_ROWS),
    },
  ]
}

function linkTo(path: string, name: string): string | null {
  const link = `${path}${encodeURIComponent(name.replace(/\p{Cs}/gu, '\uFFFD'))}`
  return link.length > MOST_URL ? null : link
}

/** The view of a service, and below of a ticket by its code; null where its name is longer than an address. */
export const serviceLink = (service: string): string | null => linkTo('#/s/', service)

export const ticketLink = (code: string): string | null => linkTo('#/t/', code)
