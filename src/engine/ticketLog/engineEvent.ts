import { parseEvent } from '#src/domain/ticket/parseEvent.ts'
import { parseSubject } from '#src/domain/ticket/natsSubjects.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { StoredMessage } from './engineLine.ts'

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * The event of an engine's message, with the time at which an engine first accepted it. Null for what is none, and for
 * what says another ticket, actor or id than its subject: only the subject was checked against its writer's rights.
 */
export function engineEvent(board: string, { subject, text, at }: StoredMessage): LoggedEvent | null {
  const address = parseSubject(board, subject)
  const read = parseEvent(jsonOf(text))
  if (address === null || !read.ok) return null
  const event = read.value
  const isOwn = event.ticket === address.ticket && event.actor === address.actor && event.id === address.id
  return isOwn ? { ...event, srv: Math.min(event.srv ?? at, at) } : null
}
