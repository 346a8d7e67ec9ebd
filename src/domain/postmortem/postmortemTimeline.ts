import { breachesOf } from '#src/domain/sla/breachesOf.ts'
import type { Ticket, TimelineEntry } from '#src/domain/ticket/ticket.ts'
import { ticketCode } from '#src/domain/ticket/ticketCode.ts'
import { type EventKind, isUnderstood, type TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishPostmortem as words } from '#src/domain/wording/englishPostmortem.ts'
import { englishTicket } from '#src/domain/wording/englishTicket.ts'
import { markdownText } from './markdownText.ts'

const { event: says, priority } = words

/** What happened, without who did it: Markdown of one line. */
export type Happening = { readonly at: EpochMs; readonly what: string }

/** What an event adds to the story; null: nothing that explains an outage. */
type Telling<K extends EventKind> = (
  data: TicketEvent<K>['data'],
  ticket: Ticket,
  at: EpochMs,
) => Happening | string | null

const untold = (): null => null

const titleOf = ({ signals, title }: Ticket, key: string): string =>
  signals.find((signal) => signal.key === key)?.title ?? title

const TELLINGS: { readonly [K in EventKind]: Telling<K> } = {
  opened: untold,
  signal_added: ({ title, since }) => ({ at: since, what: says.signalAdded(markdownText(title)) }),
  signal_cleared: ({ key, clearedAt }, ticket) => ({
    at: clearedAt,
    what: says.signalCleared(markdownText(titleOf(ticket, key))),
  }),
  acknowledged: (_, { cycles }, at) =>
    cycles.some(({ ackAt }) => ackAt === at) ? says.acknowledged : says.joined,
  external_ack: ({ comment }) => says.externalAck(markdownText(comment)),
  assigned: (_, { cycles }, at) => (cycles.some(({ ackAt }) => ackAt === at) ? says.acknowledged : null),
  unassigned: untold,
  requalified: ({ from, to, reason }) => says.requalified(priority(from), priority(to), markdownText(reason)),
  paused: ({ reason, note }) => says.paused(englishTicket.pause[reason], markdownText(note)),
  resumed: () => says.resumed,
  commented: ({ text }) => (text === '' ? null : says.commented(markdownText(text))),
  linked: untold,
  merged_into: ({ into }) => says.merged(ticketCode(into)),
  unmerged: ({ from }) => says.unmerged(ticketCode(from)),
  resolved: ({ note }) => says.resolved(markdownText(note)),
  reopened: ({ reason }) => says.reopened(markdownText(reason)),
  edited: untold,
  policy_changed: ({ reason }) => says.policyChanged(markdownText(reason)),
  postmortem: untold,
  redacted: untold,
  signed_off: untold,
  watch_ended: untold,
}

function tell<K extends EventKind>(
  { kind, data }: { readonly kind: K; readonly data: TicketEvent<K>['data'] },
  ticket: Ticket,
  at: EpochMs,
): readonly Happening[] {
  const telling: Telling<K> = TELLINGS[kind]
  const told = telling(data, ticket, at)
  if (told === null) return []
  return [typeof told === 'string' ? { at, what: told } : told]
}

const happeningsOf = ({ at, event }: TimelineEntry, ticket: Ticket): readonly Happening[] =>
  isUnderstood(event) ? tell(event, ticket, at) : []

/** What nobody did: it follows from the ticket. */
function derived(ticket: Ticket, now: EpochMs): readonly Happening[] {
  const { openedAt, detectedAt, source, priorities, priority: last, cycles } = ticket
  const first = priorities[0]?.to ?? last
  const restored = cycles.flatMap(({ restoredAt }) => restoredAt ?? [])
  return [
    { at: openedAt, what: says.began },
    { at: detectedAt, what: says.opened(englishTicket.source[source], priority(first)) },
    ...breachesOf(ticket, now).map(({ at, clock, priority: of, byRequalification }) => ({
      at,
      what: (byRequalification ? says.breachedByChange : says.breached)(
        englishTicket.clock[clock],
        priority(of),
      ),
    })),
    ...restored.map((at) => ({ at, what: says.restored })),
  ]
}

/**
 * What happened to a ticket until `now`, in order of time, as its post-mortem tells it: of people only what they did,
 * never who. Limits that were broken and the return of the service are told among it; what only tidies up the ticket (its
 * owner, links, titles) is not. Texts that were taken out are not there.
 */
export const postmortemTimeline = (ticket: Ticket, now: EpochMs): readonly Happening[] =>
  [...derived(ticket, now), ...ticket.timeline.flatMap((entry) => happeningsOf(entry, ticket))].toSorted(
    (a, b) => a.at - b.at,
  )
