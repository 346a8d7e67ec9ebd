import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FleetStrip, ServiceRow } from '#src/domain/digest/digestRow.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import { type Light, lightRank } from '#src/domain/verdict/light.ts'
import type { Beat, FleetFileState, PastState, ToPage } from '#src/engine/protocol.ts'
import { agedRows, agedStrip } from './agedRows.ts'
import type { Digest } from './savedDigest.ts'

/** Where the fleet file stands, as the screens take it. */
export type FileState = FleetFileState

/** What is remembered from before, as the screens take it. */
export type Past = PastState

/** A watch that completed no turn for this long is not watching: its last word must not stand as the present. */
export const SILENT_AFTER: DurationMs = seconds(5)

/** What the page knows of the fleet: what the worker pushed, and nothing derived that a selector can derive. */
export type WatchState = {
  readonly rows: ReadonlyMap<string, ServiceRow>
  readonly strip: FleetStrip | null
  readonly fleetFile: FileState | null
  /** What is remembered from before, as the watch says; null while it said nothing. */
  readonly past: Past | null
  /** `saved`: of an earlier visit, all grey; `live`: as the worker says; `stalled`: the worker fell silent, all grey. */
  readonly source: 'none' | 'saved' | 'live' | 'stalled'
  /** When what is shown was last vouched for by the watch; for a saved digest, when it was saved. */
  readonly heardAt: EpochMs | null
  /** When the watch last completed a turn that the page heard of. */
  readonly beatAt: EpochMs | null
  /** What lately broke off the watch's work, in the words of the program; null while nothing did. */
  readonly fault: string | null
  /** The services that the newest worsening message made worse. */
  readonly worse: readonly { readonly name: string; readonly light: Light }[]
  /** How many times something got worse: the same services may do so twice. */
  readonly timesWorse: number
}

export type WatchStore = StoreApi<WatchState>

const NOTHING: WatchState = {
  rows: new Map(),
  strip: null,
  fleetFile: null,
  past: null,
  source: 'none',
  heardAt: null,
  beatAt: null,
  fault: null,
  worse: [],
  timesWorse: 0,
}

/** A store that knows nothing, or what an earlier visit saw: shown at once, grey and dated. */
export function createWatchStore(saved: Digest | null): WatchStore {
  if (saved === null) return createStore(() => NOTHING)
  const rows = new Map(saved.rows.map((row) => [row.name, row]))
  return createStore(() => ({
    ...NOTHING,
    rows: agedRows(rows, saved.at),
    strip: agedStrip(saved.strip),
    source: 'saved' as const,
    heardAt: saved.at,
  }))
}

type DigestMessage = Extract<ToPage, { readonly kind: 'digest' }>

/**
 * What got worse, against what was live on the screen. A blind dashboard says nothing about services, and of what another
 * service drags down only that one is told.
 */
function worseIn(message: DigestMessage, state: WatchState): WatchState['worse'] {
  if (state.source !== 'live' || message.full || message.strip.blind !== null) return []
  return message.rows.flatMap(({ name, light, cascade }) => {
    if ((cascade?.root ?? null) !== null) return []
    const before = state.rows.get(name)
    return before !== undefined && lightRank(light) < lightRank(before.light) ? [{ name, light }] : []
  })
}

/** Whether what the watch says now is the present. A time to come was told before the clock was set back. */
const isPresent = (at: EpochMs, now: EpochMs): boolean => Math.abs(now - at) <= SILENT_AFTER

function stalled(state: WatchState): WatchState {
  if (state.source !== 'live' || state.heardAt === null) return state
  return {
    ...state,
    source: 'stalled',
    rows: agedRows(state.rows, state.heardAt),
    strip: state.strip === null ? null : agedStrip(state.strip),
  }
}

/**
 * A delta builds on what is live; after a silence only the whole digest says how things stand. A worker says first
 * how old its word is, so a digest before any beat is none.
 */
function applyDigest(state: WatchState, message: DigestMessage, now: EpochMs): WatchState {
  if (state.beatAt === null || (!message.full && state.source !== 'live')) return state
  const rows = new Map(message.full ? [] : state.rows)
  for (const row of message.rows) rows.set(row.name, row)
  for (const name of message.gone) rows.delete(name)
  const worse = worseIn(message, state)
  const next: WatchState = {
    ...state,
    rows,
    strip: message.strip,
    source: 'live',
    heardAt: state.beatAt,
    ...(worse.length > 0 ? { worse, timesWorse: state.timesWorse + 1 } : {}),
  }
  return isPresent(state.beatAt, now) ? next : stalled(next)
}

function applyBeat(state: WatchState, { at, holdsUntil, fault }: Beat, now: EpochMs): WatchState {
  const next = { ...state, beatAt: at, fault }
  // Without a word of its own it is another watch that has begun: it does not vouch for the rows of the one before.
  if (holdsUntil === null || !isPresent(at, now)) return stalled(next)
  return state.source === 'live' ? { ...next, heardAt: at } : next
}

function applied(state: WatchState, message: ToPage, now: EpochMs): WatchState {
  switch (message.kind) {
    case 'digest':
      return applyDigest(state, message, now)
    case 'beat':
      return applyBeat(state, message, now)
    case 'fleet-file':
      return { ...state, fleetFile: message.state }
    case 'past':
      return { ...state, past: message.state }
    case 'board':
    case 'beaten':
    case 'answer':
      return state
  }
}

/** Takes a message of the worker in. Rows that it does not name stay the same objects. */
export const receive = (store: WatchStore, message: ToPage, now: EpochMs): void =>
  store.setState((state) => applied(state, message, now))

/** The worker fell silent: from now on nothing is shown as known, until it says anew how things stand. */
export const stall = (store: WatchStore): void => store.setState(stalled)
