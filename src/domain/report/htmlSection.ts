import { linkAddress } from '#src/domain/postmortem/markdownLink.ts'
import { englishPaper as paperWords } from '#src/domain/wording/englishPaper.ts'
import { reportTexts } from '#src/domain/wording/reportTexts.ts'
import type { ReportRow, ReportSection, SectionId } from './checkReport.ts'
import { escapeHtml } from './escapeHtml.ts'
import { htmlLight } from './htmlLight.ts'
import { htmlSpark } from './htmlSpark.ts'
import { namedOnPaper } from './namedOnPaper.ts'
import type { LessOnPaper } from './paperDetails.ts'
import { isNames } from './reportLayout.ts'

const { column: columns, more: moreText } = reportTexts

/** Where links lead, and of which rows less is printed. */
type Page = { readonly url: string | null; readonly less: LessOnPaper }

type ColumnName = 'light' | 'name' | 'when' | 'lines' | 'spark'

const has: Readonly<Record<ColumnName, (row: ReportRow) => boolean>> = {
  light: ({ light }) => light !== null,
  name: ({ name }) => name !== '',
  when: ({ when }) => when !== '',
  lines: ({ lines }) => lines.length > 0,
  spark: ({ spark }) => spark !== null,
}

/** Where a column holds something else than in most sections. */
const NAMED: Partial<Record<SectionId, Partial<Record<ColumnName, string>>>> = {
  open: { name: columns.ticket, when: columns.state },
  restored: { name: columns.ticket, when: columns.state },
  watches: { name: columns.matter },
  marks: { name: columns.matter, when: columns.at, lines: columns.deed },
}

const headOf = (id: SectionId, column: ColumnName): string => NAMED[id]?.[column] ?? columns[column]

function nameOf({ name, link }: ReportRow, url: string | null): string {
  const text = escapeHtml(name)
  const address = link === null ? null : linkAddress(link, url)
  return address === null || text === '' ? text : `<a href="${escapeHtml(address)}">${text}</a>`
}

/** `isShort`: on paper only the first is told, and how many more there are. */
function linesOf({ lines }: ReportRow, isShort = false): string {
  const [first = '', ...others] = lines.map(escapeHtml)
  if (others.length === 0) return first
  const more = isShort ? `<li class="paper">${escapeHtml(paperWords.moreLines(others.length))}</li>` : ''
  return `<ul>${[first, ...others].map((line) => `<li>${line}</li>`).join('')}${more}</ul>`
}

type Cell = (row: ReportRow, url: string | null, isShort: boolean) => string

const CELLS: Readonly<Record<ColumnName, Cell>> = {
  light: ({ light }) => `<td class="is">${light === null ? '' : htmlLight(light)}</td>`,
  name: (row, url) => `<th scope="row">${nameOf(row, url)}</th>`,
  when: ({ when }) => `<td class="when">${escapeHtml(when)}</td>`,
  lines: (row, _, isShort) => `<td class="lines">${linesOf(row, isShort)}</td>`,
  spark: ({ spark, light }) => `<td class="drawn">${spark === null ? '' : htmlSpark(spark, light)}</td>`,
}

function rowOf(row: ReportRow, shown: readonly ColumnName[], { url, less }: Page): string {
  const paper = less.get(row)
  const told = paper === undefined ? '' : ` class="${paper}"`
  return `<tr${told}>${shown.map((column) => CELLS[column](row, url, paper === 'short')).join('')}</tr>`
}

function table({ id, rows }: ReportSection, page: Page): string {
  const order: readonly ColumnName[] = ['light', 'name', 'when', 'lines', 'spark']
  const shown = order.filter((column) => rows.some(has[column]))
  const head = shown.map((column) => `<th scope="col">${escapeHtml(headOf(id, column))}</th>`).join('')
  const body = rows.map((row) => rowOf(row, shown, page))
  return `<table aria-labelledby="${id}"><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`
}

function bodyOf(section: ReportSection, page: Page): string {
  const { rows } = section
  if (rows.length === 0) return ''
  if (isNames(section)) return `<p class="names">${rows.map((row) => nameOf(row, page.url)).join(', ')}</p>`
  const isList = (['light', 'name', 'when', 'spark'] as const).every((column) => !rows.some(has[column]))
  return isList ? `<ul>${rows.map((row) => `<li>${linesOf(row)}</li>`).join('')}</ul>` : table(section, page)
}

/** A section as a table with named columns; names alone are a paragraph, sentences alone a list. */
export function htmlSection(section: ReportSection, page: Page): string {
  const { id, heading, intro, more } = section
  const named = namedOnPaper(section, page.less)
  const parts = [
    `<h2 id="${id}">${escapeHtml(heading)}</h2>`,
    intro === null ? '' : `<p>${escapeHtml(intro)}</p>`,
    bodyOf(section, page),
    named === null ? '' : `<p class="paper">${escapeHtml(named)}</p>`,
    more === 0 ? '' : `<p>${escapeHtml(moreText(more))}</p>`,
  ]
  return `<section class="${id}">\n${parts.filter((part) => part !== '').join('\n')}\n</section>`
}
