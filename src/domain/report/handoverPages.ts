import { reportMoment } from '#src/domain/wording/reportMoment.ts'
import { reportTexts as words } from '#src/domain/wording/reportTexts.ts'
import { knownZone } from '#src/domain/time/knownZone.ts'
import type { Handover } from './handover.ts'
import { notePieces } from './notePieces.ts'
import { htmlOf } from './reportHtml.ts'
import { type MarkdownOptions, type ReportCover, writeReport } from './reportMarkdown.ts'

/** Whose it is, of which fleet and when, and what they have to say. */
const coverOf = ({ by, note, at, report }: Handover): ReportCover => ({
  use: 'handover',
  headline: words.handover(by),
  lines: [
    words.handoverOf(report.fleet, reportMoment(at, knownZone(report.timeZone))),
    ...notePieces(note).map(words.quoted),
  ],
})

/**
 * A handover as text to be pasted: open tickets with their clocks first, then watches, trends, silences and notes, then the
 * check it was made of. Lengths and safety are those of `reportMarkdown`.
 */
export const handoverMarkdown = (handover: Handover, options: MarkdownOptions): string =>
  writeReport(handover.report, coverOf(handover), options)

/** The same as one HTML file, as `reportHtml` makes it. */
export const handoverHtml = (handover: Handover): string => htmlOf(handover.report, coverOf(handover))
