import { createStore, type StoreApi } from 'zustand/vanilla'
import { boundedPin } from '#src/domain/ticket/boundedPin.ts'
import { MOST_PINS, type Pin } from '#src/domain/ticket/pin.ts'
import { readWhys } from '#src/domain/ticket/readWhys.ts'
import {
  fiveOf,
  isWritten,
  NO_WHY,
  pinsOf,
  type Why,
  whysMark,
  withoutPin,
  withPins,
} from '#src/domain/ticket/why.ts'
import { createDraftShelf, type DraftShelf } from './draftShelf.ts'
import type { Storage } from './storage.ts'

/** What a ticket's whys were when a draft was begun with them. `mark`: as `whysMark` tells it. */
type WhyBase = { readonly ticket: string; readonly mark: string }

/** Five answers that somebody is writing. */
export type WhyDraft = {
  /** Always five. */
  readonly whys: readonly Why[]
  /** Null: begun with nothing. */
  readonly base: WhyBase | null
}

/** The whys of a service's open ticket, as its log has them. */
export type TicketWhys = { readonly ticket: string; readonly whys: readonly Why[] }

export type WhyState = {
  /** By service; only of those that somebody writes at. */
  readonly drafts: ReadonlyMap<string, WhyDraft>
  /** By service; null: it has no open ticket. Missing: nobody asked yet. */
  readonly told: ReadonlyMap<string, TicketWhys | null>
  /** By service: the answer that was written at last, 0 to 4. */
  readonly aims: ReadonlyMap<string, number>
  /** By service: what somebody would call its new ticket. */
  readonly titles: ReadonlyMap<string, string>
  /** What was done at last: what became of a pin, or a sentence; null: nothing. */
  readonly said: { readonly service: string; readonly what: PinOutcome | string } | null
}

/** Drafts of five whys by service, kept in the browser: nobody needs a ticket to begin. */
export type WhyStore = { readonly store: StoreApi<WhyState>; readonly shelf: DraftShelf }

const KEY = 'morning-check/whys'
/** Of so many services drafts outlive the page: some tens of kilobytes each, of the five megabytes that a page has. */
const MOST_DRAFTS = 50

function baseIn(json: unknown): WhyBase | null {
  if (typeof json !== 'object' || json === null || !('ticket' in json) || !('mark' in json)) return null
  const { ticket, mark } = json
  return typeof ticket === 'string' && typeof mark === 'string' ? { ticket, mark } : null
}

/** A draft as it was stored: anything that is none is nothing. */
function draftIn(json: unknown): WhyDraft | null {
  if (typeof json !== 'object' || json === null || !('whys' in json)) return null
  return { whys: fiveOf(readWhys(json.whys)), base: 'base' in json ? baseIn(json.base) : null }
}

/** The drafts that lie in this browser. */
export function createWhyStore(storage: Storage): WhyStore {
  const shelf = createDraftShelf(storage, KEY, MOST_DRAFTS)
  const drafts = shelf.names().flatMap((service) => {
    const draft = draftIn(shelf.read(service))
    return draft === null ? [] : [[service, draft] as const]
  })
  const store = createStore<WhyState>(() => ({
    drafts: new Map(drafts),
    told: new Map(),
    aims: new Map(),
    titles: new Map(),
    said: null,
  }))
  return { shelf, store }
}

const put = <T>(map: ReadonlyMap<string, T>, key: string, value: T | null): ReadonlyMap<string, T> => {
  const next = new Map(map)
  if (value === null) next.delete(key)
  else next.set(key, value)
  return next
}

const baseOf = (told: TicketWhys | null | undefined): WhyBase | null =>
  told ? { ticket: told.ticket, mark: whysMark(told.whys) } : null

/** What somebody sees of a service: their draft, else what the ticket has. */
export function shownWhys({ drafts, told }: WhyState, service: string): WhyDraft {
  const draft = drafts.get(service)
  if (draft !== undefined) return draft
  const ticket = told.get(service)
  return { whys: fiveOf(ticket?.whys ?? []), base: baseOf(ticket) }
}

/** The answer that is being written, 0 to 4, to which the next pin goes: else the last one that says anything. */
export const aimOf = (state: WhyState, service: string): number =>
  state.aims.get(service) ?? Math.max(0, shownWhys(state, service).whys.findLastIndex(isWritten))

/** A draft that says nothing, and was begun with nothing, is none. */
const isNothing = ({ whys, base }: WhyDraft): boolean =>
  !whys.some(isWritten) && (base === null || base.mark === whysMark([]))

/** Changes a service's draft as it lies in the browser now: another tab may have written at it. */
function change({ store, shelf }: WhyStore, service: string, to: (shown: WhyDraft) => WhyDraft): void {
  const state = store.getState()
  const newest = put(state.drafts, service, draftIn(shelf.read(service)))
  const draft = to(shownWhys({ ...state, drafts: newest }, service))
  const isGone = isNothing(draft)
  if (isGone) shelf.drop(service)
  else shelf.keep(service, draft)
  store.setState({ drafts: put(state.drafts, service, isGone ? null : draft) })
}

const setWhy = (draft: WhyDraft, i: number, to: (why: Why) => Why): WhyDraft => ({
  ...draft,
  whys: draft.whys.map((why, at) => (at === i ? to(why) : why)),
})

/** Takes over what another tab has written of a service. */
export const rereadWhys = ({ store, shelf }: WhyStore, service: string): void =>
  store.setState(({ drafts }) => ({ drafts: put(drafts, service, draftIn(shelf.read(service))) }))

/** Tells the whys of a service's open ticket; null: it has none. A draft begins with them, and stays as it is. */
export const tellWhys = ({ store }: WhyStore, service: string, told: TicketWhys | null): void =>
  store.setState((state) => ({ told: new Map(state.told).set(service, told) }))

/** Writes answer `i`, 0 to 4. */
export const setAnswer = (whys: WhyStore, service: string, i: number, answer: string): void =>
  change(whys, service, (draft) => setWhy(draft, i, (why) => ({ ...why, answer })))

/** Says what a service's new ticket is to be called. */
export const setTitle = ({ store }: WhyStore, service: string, title: string): void =>
  store.setState(({ titles }) => ({ titles: put(titles, service, title) }))

/** The next pin goes to answer `i`, 0 to 4. */
export const aimAt = ({ store }: WhyStore, service: string, i: number): void =>
  store.setState(({ aims }) => ({ aims: new Map(aims).set(service, i) }))

/** What became of a pin, and of which answer, 1 to 5: it is there already, or there is no room for another. */
export type PinOutcome = { readonly kind: 'pinned' | 'already' | 'full'; readonly n: number }

/** Tells what was done to a service's five whys: to be said until the next thing is done. */
export const sayOf = ({ store }: WhyStore, service: string, what: PinOutcome | string): void =>
  store.setState({ said: { service, what } })

const isSame = (one: Pin, other: Pin): boolean =>
  one.kind === other.kind && one.text === other.text && one.link === other.link

/** Pins something to the answer that is being written: at most five to each, and the same thing once. */
export function addPin(whys: WhyStore, service: string, given: Pin): PinOutcome {
  const pin = boundedPin(given)
  const at = aimOf(whys.store.getState(), service)
  let kind: PinOutcome['kind'] = 'pinned'
  change(whys, service, (draft) => {
    const pins = pinsOf(draft.whys[at] ?? NO_WHY)
    if (pins.some((one) => isSame(one, pin))) kind = 'already'
    else if (pins.length >= MOST_PINS) kind = 'full'
    return kind === 'pinned' ? setWhy(draft, at, (why) => withPins(why, [...pins, pin])) : draft
  })
  const outcome = { kind, n: at + 1 }
  sayOf(whys, service, outcome)
  return outcome
}

/** Takes pin `j` off answer `i`. */
export const removePin = (whys: WhyStore, service: string, i: number, j: number): void =>
  change(whys, service, (draft) => setWhy(draft, i, (why) => withoutPin(why, j)))

/** Moves pin `j` of answer `i` to another answer; nothing happens where that has five already. */
export const movePin = (whys: WhyStore, service: string, i: number, j: number, to: number): void =>
  change(whys, service, (draft) => {
    const pin = pinsOf(draft.whys[i] ?? NO_WHY)[j]
    const there = pinsOf(draft.whys[to] ?? NO_WHY)
    if (pin === undefined || i === to || there.length >= MOST_PINS) return draft
    const without = setWhy(draft, i, (why) => withoutPin(why, j))
    return setWhy(without, to, (why) => withPins(why, [...there, pin]))
  })

/** Throws a draft away: what the ticket has is shown again. */
export function clearWhys({ store, shelf }: WhyStore, service: string): void {
  shelf.drop(service)
  store.setState(({ drafts, titles }) => ({
    drafts: put(drafts, service, null),
    titles: put(titles, service, null),
  }))
}

/** Goes on with the own draft, knowing what the ticket has: saving replaces that. */
export const keepOwnWhys = (whys: WhyStore, service: string): void =>
  change(whys, service, (draft) => ({ ...draft, base: baseOf(whys.store.getState().told.get(service)) }))

/** Throws the draft of another service away, so that there is room for this one's. */
export function makeRoom(whys: WhyStore, other: string, service: string): void {
  clearWhys(whys, other)
  change(whys, service, (draft) => draft)
}

/** Tells that a ticket has these whys now. What was written since they were sent stays a draft, which begins with them. */
export function savedWhys(whys: WhyStore, service: string, saved: TicketWhys): void {
  tellWhys(whys, service, saved)
  if (whyStanding(whys.store.getState().drafts.get(service), saved) === 'saved') clearWhys(whys, service)
  else keepOwnWhys(whys, service)
}

/**
 * How a draft stands to its ticket. `saved`: they say the same, or there is no draft. `ahead`: it can be saved. `changed`:
 * the ticket's whys are others than those it began with. `apart`: it began without those that the ticket has.
 */
export type WhyStanding = 'saved' | 'ahead' | 'changed' | 'apart'

/** `ticket`: what the ticket has now, which may be newer than what was told. */
export function whyStanding(draft: WhyDraft | undefined, ticket: TicketWhys): WhyStanding {
  const theirs = whysMark(ticket.whys)
  if (draft === undefined || whysMark(draft.whys) === theirs) return 'saved'
  if (draft.base?.ticket === ticket.ticket) return draft.base.mark === theirs ? 'ahead' : 'changed'
  return ticket.whys.some(isWritten) ? 'apart' : 'ahead'
}
