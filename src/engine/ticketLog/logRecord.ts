import { isUnderstood, type LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'

/*
 * What lies in a log's database, by key: `e/<ticket>/<id>` an event as it was written or came, `o/<ticket>/<id>` that it
 * still has to be offered to the engine, `c/<key>` a claim, `m/<name>` what a pump remembers.
 */

export const EVENTS = 'e/'
export const OUTBOX = 'o/'
export const CLAIMS = 'c/'
export const META = 'm/'

/** What tells an event from all others of its board. */
export const eventKey = ({ ticket, id }: Pick<LoggedEvent, 'ticket' | 'id'>): string => `${ticket}/${id}`

/** An event as it is stored and sent: without the mark of what this build does not understand. */
export function recordOf(event: LoggedEvent): object {
  if (isUnderstood(event)) return event
  const { foreign: _, ...written } = event
  return written
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** JSON values, the order of whose keys says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return Object.is(a, b)
  if (a === b) return true
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length || Array.isArray(a) !== Array.isArray(b)) return false
  return keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
}

/** Whether two events say the same. */
export const saysTheSame = (a: LoggedEvent, b: LoggedEvent): boolean => isSame(a, b)
