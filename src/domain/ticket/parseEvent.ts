import * as v from 'valibot'
import { err, ok, type Result } from '#src/domain/result.ts'
import { EVENT_SCHEMAS, FOREIGN_SCHEMA } from './eventSchema.ts'
import { EVENT_VERSION, type EventKind, type LoggedEvent } from './ticketEvent.ts'

const isKind = (kind: unknown): kind is EventKind =>
  typeof kind === 'string' && Object.hasOwn(EVENT_SCHEMAS, kind)

const headOf = (json: unknown): { readonly v?: unknown; readonly kind?: unknown } =>
  typeof json === 'object' && json !== null ? json : {}

function read<T>(schema: v.GenericSchema<unknown, T>, json: unknown): Result<T, string> {
  const parsed = v.safeParse(schema, json, { abortEarly: true })
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  const path = v.getDotPath(issue)
  return err(path === null ? issue.message : `${path}: ${issue.message}`)
}

/** Whether a build that understood less has marked it as foreign: that is no part of what was written. */
function unmarked(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('foreign' in json)) return json
  const { foreign: _, ...event } = json
  return event
}

/**
 * An event as it lies in a log, or came from another browser: JSON of any origin. One of a later layout, or of a kind
 * that this build has not heard of, is kept whole and marked as foreign. The error names what is wrong and where: of a
 * damaged event nothing is used.
 */
export function parseEvent(json: unknown): Result<LoggedEvent, string> {
  const { v: version, kind } = headOf(json)
  const event = unmarked(json)
  if (version === EVENT_VERSION && isKind(kind)) return read<LoggedEvent>(EVENT_SCHEMAS[kind], event)
  const foreign = read(FOREIGN_SCHEMA, event)
  return foreign.ok ? ok({ ...foreign.value, foreign: true }) : foreign
}
