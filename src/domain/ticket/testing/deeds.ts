import type { Priority } from '#src/domain/sla/priority.ts'
import type { TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { after, eventOf } from './events.ts'

const at = (minute: number, actor = 'anna') => ({ at: after(minute), actor })

/** For tests, in minutes after `NOW`: somebody acknowledges `t1`. */
export const ack = (minute: number, actor = 'anna'): TicketEvent =>
  eventOf('acknowledged', {}, at(minute, actor))

/** … gives it to somebody, knowing of its opening only unless something else is said. */
export const assign = (to: string, minute: number, actor = 'anna', seen = 'open'): TicketEvent =>
  eventOf('assigned', { to }, { ...at(minute, actor), seen })

/** … finds it more or less urgent. */
export const requalify = (to: Priority, minute: number, actor = 'anna', seen = 'open'): TicketEvent =>
  eventOf('requalified', { from: 2, to, reason: 'seen' }, { ...at(minute, actor), seen })

/** … pauses it, until a minute or until it goes on. */
export const pause = (minute: number, until: number | null = null, actor = 'anna'): TicketEvent =>
  eventOf(
    'paused',
    { reason: 'third-party', note: '', until: until === null ? null : after(until) },
    at(minute, actor),
  )

/** … resolves it, as restored in a minute before. */
export const resolve = (minute: number, restored = minute, actor = 'anna', seen = 'open'): TicketEvent =>
  eventOf(
    'resolved',
    { restoredAt: after(restored), note: 'rolled back', cause: 'incident' },
    { ...at(minute, actor), seen },
  )

/** … opens it again. */
export const reopen = (minute: number): TicketEvent => eventOf('reopened', { reason: 'not over' }, at(minute))

/** Something of it turns red, that began in a minute before. */
export const red = (minute: number, key = 'check|orders', since = minute): TicketEvent =>
  eventOf(
    'signal_added',
    { key, service: 'orders', title: 'red', since: after(since) },
    { ...at(minute, 'auto'), id: `red-${key.length}-${minute}` },
  )

/** … and is well again. */
export const green = (minute: number, key = 'check|orders'): TicketEvent =>
  eventOf(
    'signal_cleared',
    { key, clearedAt: after(minute) },
    { ...at(minute, 'auto'), id: `green-${key.length}-${minute}` },
  )
