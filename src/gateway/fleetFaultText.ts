import type { FleetIssue } from '#src/domain/fleet/fleetIssue.ts'
import type { FleetDocument } from './fleetDocument.ts'

// A broken file may have a fault a line; a terminal is no place for ten thousand.
const MOST = 50

const issueLines = ({ path, found, expected, repair }: FleetIssue): string[] => [
  '',
  `  ${path === '' ? 'the whole file' : path}`,
  `    found     ${found}`,
  `    expected  ${expected}`,
  `    repair    ${repair}`,
]

function issuesText(name: string, issues: readonly FleetIssue[]): string {
  const count = issues.length === 1 ? 'one fault' : `${issues.length} faults`
  const more = issues.length > MOST ? ['', `  … and ${issues.length - MOST} more.`] : []
  return [`${name} has ${count}:`, ...issues.slice(0, MOST).flatMap(issueLines), ...more].join('\n')
}

/** What people write most often that is not JSON, by what stands at the fault and before it. */
function hint(line: string, column: number): string {
  const rest = line.slice(column - 1)
  if (/^(?:\/[/*]|#)/.test(rest)) return 'JSON has no comments.'
  if (rest.startsWith("'")) return 'JSON takes double quotes only.'
  if (/^[}\]]/.test(rest)) return 'No comma may stand before a closing bracket.'
  if (rest.startsWith('"')) return 'A comma or a colon is missing before it.'
  return rest === '' ? 'The text ends too early.' : ''
}

function notJsonText(name: string, body: string, line: number, column: number): string {
  if (body.trim() === '') return `${name} is empty.`
  const text = (body.split('\n')[line - 1] ?? '').replace(/\r$/, '')
  const from = Math.max(0, column - 60)
  const shown = text.slice(from, from + 100).replaceAll(/\p{Cc}/gu, ' ')
  return [
    `${name} is not JSON: line ${line}, column ${column}. ${hint(text, column)}`.trimEnd(),
    '',
    `  ${shown}`,
    `  ${' '.repeat(column - 1 - from)}^`,
  ].join('\n')
}

/** Everything that keeps a gateway from starting with this fleet file, for a terminal; null when nothing does. */
export function fleetFaultText(name: string, document: FleetDocument): string | null {
  if (document.kind === 'not-json') return notJsonText(name, document.body, document.line, document.column)
  if (document.kind === 'faulty') return issuesText(name, document.issues)
  return document.unforwardable.length === 0 ? null : issuesText(name, document.unforwardable)
}
