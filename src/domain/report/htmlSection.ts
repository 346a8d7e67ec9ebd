import { linkAddress } from '#src/domain/postmortem/markdownLink.ts'
import { reportTexts } from '#src/domain/wording/reportTexts.ts'
import type { ReportRow, ReportSection, SectionId } from './checkReport.ts'
import { escapeHtml } from './escapeHtml.ts'
import { htmlLight } from './htmlLight.ts'
import { htmlSpark } from './htmlSpark.ts'
import { isNames } from './reportLayout.ts'

const { column: columns, more: moreText } = reportTexts

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

function linesOf({ lines }: ReportRow): string {
  const [first = '', ...others] = lines.map(escapeHtml)
  if (others.length === 0) return first
  return `<ul>${[first, ...others].map((line) => `<li>${line}</li>`).join('')}</ul>`
}

const CELLS: Readonly<Record<ColumnName, (row: ReportRow, url: string | null) => string>> = {
  light: ({ light }) => `<td class="is">${light === null ? '' : htmlLight(light)}</td>`,
  name: (row, url) => `<th scope="row">${nameOf(row, url)}</th>`,
  when: ({ when }) => `<td class="when">${escapeHtml(when)}</td>`,
  lines: (row) => `<td class="lines">${linesOf(row)}</td>`,
  spark: ({ spark, light }) => `<td class="drawn">${spark === null ? '' : htmlSpark(spark, light)}</td>`,
}

function table({ id, rows }: ReportSection, url: string | null): string {
  const order: readonly ColumnName[] = ['light', 'name', 'when', 'lines', 'spark']
  const shown = order.filter((column) => rows.some(has[column]))
  const head = shown.map((column) => `<th scope="col">${escapeHtml(headOf(id, column))}</th>`).join('')
  const body = rows.map((row) => `<tr>${shown.map((column) => CELLS[column](row, url)).join('')}</tr>`)
  return `<table aria-labelledby="${id}"><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`
}

function bodyOf(section: ReportSection, url: string | null): string {
  const { rows } = section
  if (rows.length === 0) return ''
  if (isNames(section)) return `<p class="names">${rows.map((row) => nameOf(row, url)).join(', ')}</p>`
  const isList = (['light', 'name', 'when', 'spark'] as const).every((column) => !rows.some(has[column]))
  return isList ? `<ul>${rows.map((row) => `<li>${linesOf(row)}</li>`).join('')}</ul>` : table(section, url)
}

/** A section as a table with named columns; names alone are a paragraph, sentences alone a list. */
export function htmlSection(section: ReportSection, url: string | null): string {
  const { id, heading, intro, more } = section
  const parts = [
    `<h2 id="${id}">${escapeHtml(heading)}</h2>`,
    intro === null ? '' : `<p>${escapeHtml(intro)}</p>`,
    bodyOf(section, url),
    more === 0 ? '' : `<p>${escapeHtml(moreText(more))}</p>`,
  ]
  return `<section class="${id}">\n${parts.filter((part) => part !== '').join('\n')}\n</section>`
}
