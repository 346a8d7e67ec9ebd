import { WORST_FIRST } from '#src/domain/verdict/light.ts'
import { reportTexts as words } from '#src/domain/wording/reportTexts.ts'
import type { CheckReport } from './checkReport.ts'
import { escapeHtml } from './escapeHtml.ts'
import { htmlLight } from './htmlLight.ts'
import { htmlSection } from './htmlSection.ts'
import { cutOnPaper } from './namedOnPaper.ts'
import { notePieces } from './notePieces.ts'
import { paperPlan } from './paperPlan.ts'
import { orderedSections } from './reportLayout.ts'
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

/** A report under a cover, as a file. */
export function htmlOf(report: CheckReport, cover: ReportCover): string {
  const { isDense, less } = paperPlan(report, cover.use, cover.lines)
  const cut = cutOnPaper(less)
  const main = [
    ...headOf(report, cover),
    cut === null ? '' : `<p class="paper">${escapeHtml(cut)}</p>`,
    '<div class="sections">',
    ...orderedSections(report, cover.use, 'long').map((section) =>
      htmlSection(section, { url: report.url, less }),
    ),
    '</div>',
  ].filter((part) => part !== '')
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
<body${isDense ? ' class="dense"' : ''}>
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
