import { ok } from '#src/domain/result.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import { already, type Decision, type Deed, refuse, tooLong } from './decision.ts'
import { restorableFrom } from './restorableFrom.ts'
import { stateAt } from './stateAt.ts'
import { LATEST } from './textSchema.ts'
import type { TicketCommand } from './ticketCommand.ts'
import { AUTOMATIC } from './ticketEvent.ts'

type Command<D extends TicketCommand['do']> = Extract<TicketCommand, { readonly do: D }>

/** Events know no time beyond `LATEST`: what is to end later ends by no date. */
const lastingUntil = (until: EpochMs | null): EpochMs | null =>
  until !== null && until > LATEST ? null : until

/** The clock of a P1 stands still only where that was agreed on. */
export function pauseIt({ ticket, now, head }: Deed, { reason, note, until }: Command<'pause'>): Decision {
  if (stateAt(ticket, now) === 'paused') return already('paused')
  if (ticket.priority === 1 && !ticket.policy.pausesP1) return refuse({ kind: 'p1-not-paused' })
  if (until !== null && !(until > now)) return refuse({ kind: 'pause-ends-in-the-past' })
  const fault = tooLong(note)
  return fault === null
    ? ok([{ ...head(), kind: 'paused', data: { reason, note: note.trim(), until: lastingUntil(until) } }])
    : refuse(fault)
}

/** Only what is paused can go on. */
export const resumeIt = ({ ticket, now, head }: Deed): Decision =>
  stateAt(ticket, now) === 'paused' ? ok([{ ...head(), kind: 'resumed', data: {} }]) : already('running')

/** People tell moments to the second: what is less than that too early, or too late, is meant as the moment itself. */
const TOLD_WITHIN: DurationMs = seconds(1)

const within = (told: EpochMs, from: EpochMs, to: EpochMs): EpochMs => {
  if (told < from && told + TOLD_WITHIN > from) return from
  return told > to && told - TOLD_WITHIN < to ? to : told
}

/** What resolved itself may be resolved once more, by somebody who knows what it was and when it was over. */
export function resolveIt({ ticket, now, head }: Deed, command: Command<'resolve'>): Decision {
  const { note, cause } = command
  const { resolution, cycles, openedAt } = ticket
  const present = cycles.at(-1)
  const from = present === undefined ? openedAt : restorableFrom(present)
  const restoredAt = within(command.restoredAt, from, now)
  if (resolution !== null && resolution.by !== AUTOMATIC) return already('resolved')
  if (!(restoredAt <= now)) return refuse({ kind: 'restored-in-the-future', now })
  if (restoredAt < from) return refuse({ kind: 'restored-before-opened', openedAt: from })
  const fault = tooLong(note)
  return fault === null
    ? ok([{ ...head(), kind: 'resolved', data: { restoredAt, note: note.trim(), cause } }])
    : refuse(fault)
}

/** Only what is resolved can be open again. */
export function reopenIt({ ticket, head }: Deed, { reason }: Command<'reopen'>): Decision {
  if (ticket.resolution === null) return already('open')
  const fault = tooLong(reason)
  return fault === null
    ? ok([{ ...head(), kind: 'reopened', data: { reason: reason.trim() } }])
    : refuse(fault)
}
