import type { SlaPolicy } from '#src/domain/sla/slaPolicy.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { OrderedEvents } from './eventOrder.ts'
import type { Acknowledgement, Cycle, PriorityChange, Ticket, TicketSignal } from './ticket.ts'
import type { EventKind, TicketEvent, TicketLink, TicketSource } from './ticketEvent.ts'
import type { Why } from './why.ts'

/** What may be changed by two people at once. */
export type ChangedField = 'assignee' | 'priority' | 'title' | 'description' | 'project'

/** A signal, and the place in order of the event by which it began. */
export type PlacedSignal = TicketSignal & { readonly place: number }

/** What a ticket's events have come to so far: one owner, updated in place. */
export type FoldState = {
  readonly id: string
  /** The place of every event in the effective order, by its id. */
  readonly placeOf: ReadonlyMap<string, number>
  title: string
  description: string
  project: string | null
  policy: SlaPolicy
  readonly priorities: PriorityChange[]
  readonly past: Cycle[]
  cycle: Cycle
  ack: Acknowledgement | null
  coResponders: string[]
  silencedBy: string | null
  assignee: string | null
  readonly signals: Map<string, PlacedSignal>
  /** Somebody reopened it by hand: that its signals are well says nothing until one of them was not. */
  heldOpen: boolean
  /** When it came back by itself, since a person resolved it. */
  comebacks: EpochMs[]
  flapping: number | null
  resolution: Ticket['resolution']
  mergedInto: string | null
  /** The place of the event by which it was. */
  mergePlace: number
  readonly links: TicketLink[]
  whys: readonly Why[]
  postmortem: string | null
  /** Who raised it to P1 or P2, and who has done anything since. */
  raised: { readonly by: string; readonly since: Set<string> } | null
  readonly changes: Map<
    ChangedField,
    { readonly by: string; readonly place: number; readonly value: unknown }
  >
  readonly crossed: Map<ChangedField, readonly [string, string]>
}

/** Where an event stands in the effective order, and whether somebody had its texts hidden. */
export type Moment = { readonly at: EpochMs; readonly place: number; readonly redacted: boolean }

/** What an event of one kind changes. */
export type Step<K extends EventKind> = (state: FoldState, event: TicketEvent<K>, moment: Moment) => void

/** A run of both clocks that begins. */
export const newCycle = (start: EpochMs): Cycle => ({
  start,
  ackAt: null,
  restoredAt: null,
  pauses: [],
  wellAgain: [],
  reopens: 0,
})

/** Whether a check or an alert opened it: that is its first signal then. */
const isSignalled = (source: TicketSource): boolean => source === 'check' || source === 'alertmanager'

/** A ticket that was opened, and nothing else. `opened`: with its texts hidden where they are. */
export function beginFold(opened: TicketEvent<'opened'>, { openedAt, entries }: OrderedEvents): FoldState {
  const { data, actor, id } = opened
  const { title, service, priority, dedupKey: key } = data
  const signal = { key, service, title, since: openedAt, clearedAt: null, place: 0 }
  return {
    id: opened.ticket,
    placeOf: new Map(entries.map(({ event }, place) => [event.id, place])),
    title,
    description: data.description,
    project: data.project,
    policy: data.policy,
    priorities: [{ at: openedAt, to: priority, from: null, by: actor, reason: data.why, eventId: id }],
    past: [],
    cycle: newCycle(openedAt),
    ack: null,
    coResponders: [],
    silencedBy: null,
    assignee: null,
    signals: new Map(isSignalled(data.source) ? [[key, signal]] : []),
    heldOpen: false,
    comebacks: [],
    flapping: null,
    resolution: null,
    mergedInto: null,
    mergePlace: 0,
    links: [...data.links],
    whys: [],
    postmortem: null,
    raised: null,
    changes: new Map(),
    crossed: new Map(),
  }
}

/** Whether whoever wrote an event knew what stands at that place. One that does not say so is taken to have known. */
export function hadSeen({ placeOf }: FoldState, { seen }: TicketEvent, place: number): boolean {
  const newest = seen === undefined ? undefined : placeOf.get(seen)
  return newest === undefined || newest >= place
}
