import type { LoggedMark, LoggedSignOff } from '#src/domain/check/loggedCheck.ts'
import { CHECKS } from '#src/domain/ticket/checksToken.ts'
import { eventOf, NOW } from '#src/domain/ticket/testing/events.ts'
import type { EventHead, TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { hours } from '#src/domain/time/units.ts'

type Head = Partial<Omit<EventHead, 'v' | 'ticket'>>

/** For tests: a mark on the service orders, which is orange and was looked at, unless told otherwise. */
export const loggedMark = (own: Partial<LoggedMark> = {}): LoggedMark => ({
  item: 's/orders',
  service: 'orders',
  title: 'orders',
  deed: 'seen',
  note: '',
  at: NOW,
  light: 'orange',
  kinds: ['drift'],
  until: null,
  ticket: null,
  ...own,
})

/** For tests: orders is watched until its memory is flat. */
export const watchMark = (own: Partial<LoggedMark> = {}): LoggedMark =>
  loggedMark({ deed: 'watch', until: { kind: 'flat', signal: 'memory' }, ...own })

/** For tests: Anna signs at `NOW`, with nothing marked. */
export const signedOff = (data: Partial<LoggedSignOff> = {}, head: Head = {}): TicketEvent<'signed_off'> =>
  eventOf(
    'signed_off',
    {
      from: (head.at ?? NOW) - hours(15),
      light: 'orange',
      counts: { green: 11, orange: 1, red: 0, unknown: 0 },
      marks: [],
      note: '',
      by: 'Anna',
      ...data,
    },
    { actor: 'Anna', ...head, ticket: CHECKS },
  )

/** For tests: Boris ends a watch at `NOW`. */
export const watchEnded = (watch: string, head: Head = {}): TicketEvent<'watch_ended'> =>
  eventOf('watch_ended', { watch, by: 'Boris' }, { actor: 'Boris', ...head, ticket: CHECKS })
