import type { CheckReport } from './checkReport.ts'
import { largestFit } from './largestFit.ts'
import { type LessOnPaper, lessOf, paperDetails } from './paperDetails.ts'
import { LETTERS, PAPER, paperHeight } from './paperHeight.ts'
import { orderedSections, type ReportUse } from './reportLayout.ts'

export type PaperPlan = {
  /** Printed in small letters. */
  readonly isDense: boolean
  readonly less: LessOnPaper
}

/**
 * How a report is printed so that it fits one page of A4: in small letters where it does not in larger ones; then without the
 * lines that are worth least, until some rows are names in a line of names. Nothing is left unnamed, and every red one keeps
 * its first line. What does not fit one page even so takes as few as it can. `cover`: lines over the report.
 */
export function paperPlan(report: CheckReport, use: ReportUse, cover: readonly string[] = []): PaperPlan {
  const sections = orderedSections(report, use, 'long')
  const whole = lessOf([], 0)
  const roomy = paperHeight(report, sections, cover, LETTERS.roomy)
  if (roomy(whole) <= PAPER.height) return { isDense: false, less: whole }
  const height = paperHeight(report, sections, cover, LETTERS.dense)
  const details = paperDetails(sections)
  const pages = Math.max(1, Math.ceil(height(lessOf(details, 0)) / PAPER.height))
  const kept = largestFit(details.length, (n) => height(lessOf(details, n)) <= pages * PAPER.height)
  return { isDense: true, less: lessOf(details, kept) }
}
