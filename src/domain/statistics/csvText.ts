/** What stands in a cell: text of whoever wrote it, a number, or nothing. */
export type CsvCell = string | number | null

/** What a spreadsheet takes for the beginning of a formula, also in full width, or for a cell that begins anew. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/

function cell(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A table as comma-separated values with lines that end in CR LF (RFC 4180). No text of it becomes a formula where it is
 * opened in a spreadsheet: what could begin one gets a leading apostrophe (OWASP, "CSV Injection"). Numbers have a decimal
 * point whatever the language; those that are not finite are empty.
 */
export const csvText = (head: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
