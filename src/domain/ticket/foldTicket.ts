import { clockSteps, endExpired } from './clockSteps.ts'
import { orderEvents, type OrderedEvents } from './eventOrder.ts'
import { beginFold, type FoldState, type Moment, type PlacedSignal, type Step } from './foldState.ts'
import { hideText } from './hideText.ts'
import { isActor } from './isActor.ts'
import { peopleSteps } from './peopleSteps.ts'
import { signalSteps, wellSince } from './signalSteps.ts'
import { ownState } from './stateAt.ts'
import { textSteps } from './textSteps.ts'
import type { Ticket, TicketSignal, TimelineEntry } from './ticket.ts'
import { ticketCode } from './ticketCode.ts'
import { type EventKind, isUnderstood, type LoggedEvent, type TicketEvent } from './ticketEvent.ts'

/** It only stands in the log. */
const noted = (): void => {}

const STEPS: { readonly [K in EventKind]: Step<K> } = {
  ...peopleSteps,
  ...signalSteps,
  ...clockSteps,
  ...textSteps,
  // A second opening of what is open already, by somebody who did not know.
  opened: noted,
  commented: noted,
  redacted: noted,
  // Of checks, which are no ticket.
  signed_off: noted,
  watch_ended: noted,
}

function take<K extends EventKind>(state: FoldState, event: TicketEvent<K>, kind: K, moment: Moment): void {
  STEPS[kind](state, event, moment)
}

function redactedIds({ entries }: OrderedEvents): ReadonlySet<string> {
  const events = entries.map(({ event }) => event)
  return new Set(
    events.flatMap((event) => (isUnderstood(event) && event.kind === 'redacted' ? event.data.event : [])),
  )
}

const hide = (event: LoggedEvent): LoggedEvent =>
  isUnderstood(event) ? hideText(event) : { ...event, data: null }

/** The log as it is shown and folded: what was redacted says nothing any more. */
function timelineOf(ordered: OrderedEvents): readonly TimelineEntry[] {
  const hidden = redactedIds(ordered)
  return ordered.entries.map(({ at, event }) => {
    const redacted = hidden.has(event.id)
    return { at, event: redacted ? hide(event) : event, redacted }
  })
}

/** Who was raised above, and has done nothing since. */
function needsFreshLook({ raised, resolution, assignee }: FoldState): boolean {
  if (raised === null || resolution !== null || assignee === null) return false
  return ![raised.by, ...raised.since].some((actor) => isActor(assignee, actor))
}

function foldAll(state: FoldState, timeline: readonly TimelineEntry[]): void {
  for (const [place, { at, event, redacted }] of timeline.entries()) {
    if (!isUnderstood(event)) continue
    endExpired(state, at)
    state.raised?.since.add(event.actor)
    take(state, event, event.kind, { at, place, redacted })
  }
}

function withoutPlace(placed: PlacedSignal): TicketSignal {
  const { place: _, ...signal } = placed
  return signal
}

const openingOf = ([first]: readonly TimelineEntry[], { opened }: OrderedEvents): TicketEvent<'opened'> =>
  first !== undefined && isUnderstood(first.event) && first.event.kind === 'opened' ? first.event : opened

function finish(state: FoldState, opened: TicketEvent<'opened'>, timeline: readonly TimelineEntry[]): Ticket {
  const { id, title, description, project, policy, priorities, ack, resolution, mergedInto } = state
  const { data } = opened
  const [first] = priorities
  const cycles = [...state.past, state.cycle]
  const openedAt = first?.at ?? data.openedAt
  const own = ownState({ resolution, cycles, ack }, -Infinity)
  return {
    id,
    code: ticketCode(id),
    title,
    description,
    service: data.service,
    project,
    source: data.source,
    dedupKey: data.dedupKey,
    episode: data.episode,
    why: data.why,
    priority: priorities.at(-1)?.to ?? data.priority,
    priorities,
    policy,
    openedAt,
    detectedAt: Math.max(openedAt, Math.min(data.detectedAt, opened.srv ?? data.detectedAt)),
    state: mergedInto === null ? own : 'merged',
    ack,
    coResponders: state.coResponders,
    silencedBy: state.silencedBy,
    assignee: state.assignee,
    cycles,
    signals: [...state.signals.values()].map(withoutPlace),
    wellSince: wellSince(state),
    flapping: state.flapping,
    resolution,
    mergedInto,
    merged: [],
    recurrenceOf: data.recurrenceOf,
    needsFreshLook: needsFreshLook(state),
    crossedBy: [...state.crossed.values()].at(-1) ?? null,
    links: state.links,
    whys: state.whys,
    postmortem: state.postmortem,
    evidence: data.evidence,
    timeline,
    foreign: timeline.filter(({ event }) => !isUnderstood(event)).length,
    lastEvent: timeline.at(-1)?.event.id ?? opened.id,
  }
}

/**
 * What a ticket's events come to: the same from the same events, in whatever order and however often they came. Null
 * while the event that opens it is missing. Nothing of it depends on the time at which it is asked for: a pause that
 * ends by itself is looked at by `stateAt`. What was merged where is settled by `foldBoard`, which needs all tickets.
 */
export function foldTicket(events: readonly LoggedEvent[]): Ticket | null {
  const ordered = orderEvents(events)
  if (ordered === null) return null
  const timeline = timelineOf(ordered)
  const opened = openingOf(timeline, ordered)
  const state = beginFold(opened, ordered)
  foldAll(state, timeline)
  return finish(state, opened, timeline)
}
