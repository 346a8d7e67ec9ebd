import * as v from 'valibot'
import { asObject } from '#src/domain/json/jsonValue.ts'
import { parseJson } from '#src/domain/json/parseJson.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { LATEST, MOST_NAME } from '#src/domain/ticket/textSchema.ts'
import { type CheckReport, REPORT_FORMAT, REPORT_VERSION } from './checkReport.ts'
import { type Handover, HANDOVER_FORMAT, HANDOVER_VERSION } from './handover.ts'
import { MOST_FILE, MOST_NOTE } from './reportCaps.ts'
import type { ReportFault } from './reportFault.ts'
import { REPORT_SCHEMA } from './reportSchema.ts'

/** What a file holds. */
export type CheckFile =
  | { readonly kind: 'report'; readonly report: CheckReport }
  | { readonly kind: 'handover'; readonly handover: Handover }

/** Most events of a handover: a busy team's weeks. */
const MOST_EVENTS = 50_000

const person = v.pipe(v.string(), v.maxLength(2 * MOST_NAME))

const HANDOVER_SCHEMA: v.GenericSchema<unknown, Handover> = v.object({
  format: v.literal(HANDOVER_FORMAT),
  version: v.literal(HANDOVER_VERSION),
  by: person,
  note: v.pipe(v.string(), v.maxLength(MOST_NOTE)),
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(LATEST)),
  board: person,
  report: REPORT_SCHEMA,
  events: v.pipe(v.array(v.unknown()), v.maxLength(MOST_EVENTS)),
})

function shaped<T>(schema: v.GenericSchema<unknown, T>, json: unknown): Result<T, ReportFault> {
  const parsed = v.safeParse(schema, json, { abortEarly: true })
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  return err({ kind: 'faulty', place: v.getDotPath(issue) ?? '', expected: issue.expected ?? '' })
}

/** The layout that a file names; null where it is none that this build may know. */
const newerThan = (version: unknown, known: number): ReportFault | null =>
  typeof version === 'number' && version > known ? { kind: 'newer', version } : null

function readJson(json: unknown): Result<CheckFile, ReportFault> {
  const { format, version } = asObject(json) ?? {}
  if (format === REPORT_FORMAT) {
    const newer = newerThan(version, REPORT_VERSION)
    const read = newer === null ? shaped(REPORT_SCHEMA, json) : err(newer)
    return read.ok ? ok({ kind: 'report', report: read.value }) : read
  }
  if (format !== HANDOVER_FORMAT) return err({ kind: 'other' })
  const newer = newerThan(version, HANDOVER_VERSION)
  const read = newer === null ? shaped(HANDOVER_SCHEMA, json) : err(newer)
  return read.ok ? ok({ kind: 'handover', handover: read.value }) : read
}

/** The file of a report or of a handover, of any origin. Nothing of one that is at fault is used. */
export function readCheckFile(text: string): Result<CheckFile, ReportFault> {
  if (text.length > MOST_FILE) return err({ kind: 'too-large', most: MOST_FILE })
  // Editors of some systems put a mark before the first character (U+FEFF), which is no JSON.
  const json = parseJson(text.replace(/^\uFEFF/, ''))
  if (json.ok) return readJson(json.value)
  const { line, column, endsEarly } = json.error
  return err({ kind: 'not-json', line, column, endsEarly })
}

/** What `reportJson` gave. The report in a handover is one, too. */
export function readReport(text: string): Result<CheckReport, ReportFault> {
  const read = readCheckFile(text)
  if (!read.ok) return read
  return ok(read.value.kind === 'report' ? read.value.report : read.value.handover.report)
}

/** What `handoverText` gave; a report alone is none. */
export function readHandover(text: string): Result<Handover, ReportFault> {
  const read = readCheckFile(text)
  if (!read.ok) return read
  return read.value.kind === 'handover' ? ok(read.value.handover) : err({ kind: 'no-handover' })
}
