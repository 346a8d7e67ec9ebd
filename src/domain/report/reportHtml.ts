import { WORST_FIRST } from '#src/domain/verdict/light.ts'
import { reportTexts as words } from '#src/domain/wording/reportTexts.ts'
import { type CheckReport, SECTION_IDS, type SectionId } from './checkReport.ts'
import { escapeHtml } from './escapeHtml.ts'
import { htmlLight } from './htmlLight.ts'
import { htmlSection } from './htmlSection.ts'
import { notePieces } from './notePieces.ts'
import { orderedSections, type ReportUse } from './reportLayout.ts'
import type { ReportCover } from './reportMarkdown.ts'
import { REPORT_STYLE } from './reportStyle.ts'

/** Nothing is loaded, run, sent or framed, whatever is in the file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

function countList({ counts }: CheckReport): string {
  const shown = WORST_FIRST.filter((light) => counts[light] > 0)
  const entries = shown.map((light) => `<div><dt>${htmlLight(light)}</dt><dd>${counts[light]}</dd></div>`)
  return entries.length === 0 ? '' : `<dl aria-label="${words.counts}">${entries.join('')}</dl>`
}

const quoted = (note: string): string => {
  const pieces = notePieces(note).map((piece) => `<p>${escapeHtml(piece)}</p>`)
  return pieces.length === 0 ? '' : `<blockquote>${pieces.join('')}</blockquote>`
}

function headOf(report: CheckReport, { headline, lines }: ReportCover): readonly string[] {
  const { period, sentence, verdict, light, signed } = report
  return [
    `<h1>${escapeHtml(headline)}</h1>`,
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    `<p class="quiet">${escapeHtml(period)}</p>`,
    `<p class="verdict">${htmlLight(light)} ${escapeHtml(verdict)}</p>`,
    countList(report),
    `<p>${escapeHtml(sentence)}</p>`,
    `<p>${escapeHtml(signed?.words ?? words.notSigned)}</p>`,
    quoted(signed?.note ?? ''),
  ]
}

/** Sections with little in a row: on paper they stand in two columns, where they follow each other. */
const NARROW: ReadonlySet<SectionId> = new Set(SECTION_IDS.slice(SECTION_IDS.indexOf('acked')))

function bodyOf(report: CheckReport, use: ReportUse): readonly string[] {
  const written: string[] = []
  let wasNarrow = false
  for (const section of orderedSections(report, use, 'long')) {
    const isNarrow = NARROW.has(section.id)
    if (isNarrow !== wasNarrow) written.push(isNarrow ? '<div class="narrow">' : '</div>')
    written.push(htmlSection(section, report.url))
    wasNarrow = isNarrow
  }
  return wasNarrow ? [...written, '</div>'] : written
}

/** A report under a cover, as a file. */
export function htmlOf(report: CheckReport, cover: ReportCover): string {
  const main = [...headOf(report, cover), ...bodyOf(report, cover.use)].filter((part) => part !== '')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(cover.headline)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
${main.join('\n')}
</main>
</body>
</html>
`
}

/**
 * A report as one HTML file that opens from disk and asks nobody for anything: tables with named columns, lights as shapes
 * with their words, lines as vectors, light and dark, and a dense page on paper. All that services, tickets and people are
 * called or say is text in it.
 */
export const reportHtml = (report: CheckReport): string =>
  htmlOf(report, { use: 'check', headline: report.headline, lines: [] })
