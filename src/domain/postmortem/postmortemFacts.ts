import { faceAt } from '#src/domain/sla/clockFace.ts'
import { slaClocks } from '#src/domain/sla/slaClocks.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { ticketCode } from '#src/domain/ticket/ticketCode.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { englishPostmortem as words } from '#src/domain/wording/englishPostmortem.ts'
import { englishTicket } from '#src/domain/wording/englishTicket.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatHours } from '#src/domain/wording/formatHours.ts'
import { markdownText } from './markdownText.ts'

/** Rounded to seconds: nobody looks back in tenths. */
export const lasting = (duration: DurationMs): string => formatDuration(Math.round(duration / 1000) * 1000)

/** What it looked like when it was opened: facts of the system, from which the trigger is to be found. */
export const triggerFacts = ({ evidence }: Ticket): readonly string[] =>
  evidence === null
    ? []
    : [
        ...evidence.reasons.map((reason) => words.seenAtOpening(markdownText(reason))),
        ...(evidence.version === null ? [] : [words.version(markdownText(evidence.version))]),
      ]

const comebacks = ({ cycles }: Ticket): number =>
  cycles.length - 1 + cycles.reduce((sum, { reopens }) => sum + reopens, 0)

/** What came to it or lasted longer because of something else. */
export function contributingFacts(ticket: Ticket): readonly string[] {
  const { signals, dedupKey, cycles, recurrenceOf } = ticket
  const others = signals.filter(({ key }) => key !== dedupKey)
  const pauses = new Set(cycles.flatMap((cycle) => cycle.pauses.map(({ reason }) => reason)))
  const again = comebacks(ticket)
  return [
    ...others.map(({ title, service }) =>
      words.alsoFailed(markdownText(title), markdownText(service ?? words.noService)),
    ),
    ...(again === 0 ? [] : [words.cameBack(again)]),
    ...(recurrenceOf === null ? [] : [words.recurrence(ticketCode(recurrenceOf))]),
    ...[...pauses].map((reason) => words.waited(englishTicket.pause[reason])),
  ]
}

/**
 * How the promises were kept, and how they were not: of the present run of the clocks. One that was broken before its
 * limit was moved is neither: the timeline tells it.
 */
export function promiseFacts(
  ticket: Ticket,
  now: EpochMs,
): { readonly well: readonly string[]; readonly badly: readonly string[] } {
  const { tta, trs } = slaClocks(ticket, now)
  const well: string[] = []
  const badly: string[] = []
  const isUnanswered = ticket.cycles.at(-1)?.ackAt === null && ticket.resolution !== null
  for (const face of isUnanswered ? [trs] : [tta, trs]) {
    const { standing, spent } = faceAt(face, now)
    const facts = [englishTicket.clock[face.clock], formatHours(spent), formatHours(face.target)] as const
    if (standing === 'missed' || standing === 'breached') badly.push(words.missed(...facts))
    else if (standing === 'met' && face.breachedAt === null) well.push(words.kept(...facts))
  }
  if (isUnanswered) badly.push(words.nobodyAcknowledged)
  return { well, badly }
}
