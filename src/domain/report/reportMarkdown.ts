import { reportTexts as words } from '#src/domain/wording/reportTexts.ts'
import type { CheckReport, ReportRow, ReportSection } from './checkReport.ts'
import { type Dialect, type Writer, writerOf } from './dialect.ts'
import { largestFit } from './largestFit.ts'
import { clipText } from './plainLine.ts'
import { MOST_LINE, MOST_ROWS } from './reportCaps.ts'
import { isNames, orderedSections, type ReportForm, type ReportUse } from './reportLayout.ts'
import { notePieces } from './notePieces.ts'

/** `form`: everything, or what fits one message. */
export type MarkdownOptions = { readonly form: ReportForm; readonly dialect: Dialect }

/** Whose words stand above a report that is handed over. */
export type ReportCover = {
  readonly use: ReportUse
  readonly headline: string
  readonly lines: readonly string[]
}

/** Slack cuts a message at 40,000 characters; a short one is read whole on a phone. */
const MOST: Readonly<Record<ReportForm, number>> = { short: 3000, long: 40_000 }

/** A short message tells the beginning of a line. */
const MOST_OF_LINE: Readonly<Record<ReportForm, number>> = { short: 200, long: MOST_LINE }

/** How it is, and how it was. */
const SHORT_LINES = 2

/** What was not seen is told though the message is full. */
const LEAST_GAPS = 5

type Page = {
  readonly writer: Writer
  readonly form: ReportForm
  readonly url: string | null
  readonly text: (text: string) => string
  /** Rows that are written already: several lengths are tried. */
  readonly written: Map<ReportRow, readonly string[]>
}

/** `[orders](…), newly red since 03:12: 2 of 3 pods do not answer`. A short message has no more of a row than that. */
function rowLead({ name, when, lines, link }: ReportRow, { writer, url, text, form }: Page): string {
  const label = text(name)
  const named = link === null ? writer.strong(label) : writer.link(label, link, url)
  const lead = [named, text(when)].filter((part) => part !== '').join(', ')
  const first = lines
    .slice(0, form === 'short' ? SHORT_LINES : 1)
    .map((line) => text(line))
    .join('; ')
  return [lead, first].filter((part) => part !== '').join(': ')
}

/** `lead`: only the first line. */
function rowLines(row: ReportRow, page: Page, lead: boolean): readonly string[] {
  const known = page.written.get(row)
  if (known !== undefined) return known
  const below = lead ? [] : row.lines.slice(1)
  const lines = [
    page.writer.item(rowLead(row, page)),
    ...below.map((line) => page.writer.below(page.text(line))),
  ]
  page.written.set(row, lines)
  return lines
}

function sectionLines(section: ReportSection, page: Page, most: number): readonly string[] {
  const { writer, text } = page
  const { id, rows, more } = section
  const isGaps = id === 'gaps'
  const shown = rows.slice(0, isGaps ? Math.max(most, LEAST_GAPS) : most)
  const hidden = rows.length - shown.length + more
  const rest = hidden === 0 ? [] : [words.more(hidden)]
  const body = isNames(section)
    ? [[...shown.map(({ name }) => text(name)), ...rest].join(', ')]
    : [
        ...shown.flatMap((row) => rowLines(row, page, isGaps || page.form === 'short')),
        ...rest.map(writer.item),
      ]
  const intro = section.intro === null ? [] : [text(section.intro)]
  return [
    '',
    writer.heading(text(section.heading)),
    ...paragraphs(intro),
    ...(rows.length === 0 ? [] : ['', ...body]),
  ]
}

/** Lines that stand for themselves: in Markdown lines that follow each other are one. */
const paragraphs = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => ['', line])

function signedLines({ signed }: CheckReport, { form, text }: Page): readonly string[] {
  if (signed === null) return [words.notSigned]
  const note = form === 'short' ? clipText(signed.note, MOST_OF_LINE.short) : signed.note
  return [text(signed.words), ...notePieces(note).map((piece) => words.quoted(text(piece)))]
}

function headLines(report: CheckReport, cover: ReportCover, page: Page): readonly string[] {
  const { writer } = page
  const { text } = writer
  const { light, verdict, period, sentence } = report
  return [
    writer.title(text(cover.headline)),
    ...paragraphs([
      ...cover.lines.map((line) => text(line)),
      text(period),
      `${writer.strong(text(words.light[light]))} ${text(verdict)}`,
      text(sentence),
      ...signedLines(report, page),
    ]),
  ]
}

function footLines({ url }: CheckReport, { writer }: Page): readonly string[] {
  return url === null ? [] : ['', writer.link(words.whole, words.wholeLink, url)]
}

/** The text within its length: what is still too long with no rows at all loses its last lines. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const end = text.lastIndexOf('\n', most - words.cut.length - 1)
  return `${text.slice(0, Math.max(0, end))}${words.cut}`
}

/** A report under a cover. The words of the cover are of people, as all others are. */
export function writeReport(
  report: CheckReport,
  cover: ReportCover,
  { form, dialect }: MarkdownOptions,
): string {
  const writer = writerOf(dialect)
  const page: Page = {
    writer,
    form,
    url: report.url,
    text: (text) => writer.text(text, MOST_OF_LINE[form]),
    written: new Map(),
  }
  const sections = orderedSections(report, cover.use, form)
  const head = headLines(report, cover, page)
  const foot = footLines(report, page)
  const write = (rows: number): string =>
    `${[...head, ...sections.flatMap((section) => sectionLines(section, page, rows)), ...foot].join('\n')}\n`
  const rows = largestFit(MOST_ROWS, (n) => write(n).length <= MOST[form])
  return cut(write(rows), MOST[form])
}

/**
 * A report as text to be pasted into Slack (mrkdwn), Webex, Teams or a wiki (Markdown). The short form has at most 3,000
 * characters, the long one 40,000; what does not fit is counted. Nothing that a service, a ticket or a person is called or
 * says becomes markup, a mention or a link of its own in it.
 */
export const reportMarkdown = (report: CheckReport, options: MarkdownOptions): string =>
  writeReport(report, { use: 'check', headline: report.headline, lines: [] }, options)
