import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FleetStrip, ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { type Light, lightRank } from '#src/domain/verdict/light.ts'
import type { FleetFileState, ToPage } from '#src/engine/protocol.ts'
import { agedRows, agedStrip } from './agedRows.ts'
import type { Digest } from './savedDigest.ts'

/** Where the fleet file stands, as the screens take it. */
export type FileState = FleetFileState

type Known = { readonly rows: ReadonlyMap<string, ServiceRow>; readonly strip: FleetStrip | null }

/** What the page knows of the fleet: what the worker pushed, and nothing derived that a selector can derive. */
export type WatchState = Known & {
  readonly fleetFile: FileState | null
  /** `saved`: of an earlier visit, all grey; `live`: as the worker says; `stalled`: the worker fell silent, all grey. */
  readonly source: 'none' | 'saved' | 'live' | 'stalled'
  /** When the worker was last heard; for a saved digest, when it was saved. */
  readonly heardAt: EpochMs | null
  /** While stalled: what the worker said last, for its next delta to build on. */
  readonly held: Known | null
  /** The services that the newest worsening message made worse. */
  readonly worse: readonly { readonly name: string; readonly light: Light }[]
}

export type WatchStore = StoreApi<WatchState>

const NOTHING: WatchState = {
  rows: new Map(),
  strip: null,
  fleetFile: null,
  source: 'none',
  heardAt: null,
  held: null,
  worse: [],
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

/** What got worse, against what was live on the screen. A blind dashboard says nothing about services. */
function worseIn(message: DigestMessage, state: WatchState): WatchState['worse'] {
  if (state.source !== 'live' || message.full || message.strip.blind !== null) return []
  return message.rows.flatMap(({ name, light }) => {
    const before = state.rows.get(name)
    return before !== undefined && lightRank(light) < lightRank(before.light) ? [{ name, light }] : []
  })
}

function applyDigest(state: WatchState, message: DigestMessage, now: EpochMs): WatchState {
  const base = state.source === 'saved' ? new Map<string, ServiceRow>() : (state.held ?? state).rows
  const rows = new Map(message.full ? [] : base)
  for (const row of message.rows) rows.set(row.name, row)
  for (const name of message.gone) rows.delete(name)
  const worse = worseIn(message, state)
  return {
    ...state,
    rows,
    strip: message.strip,
    source: 'live',
    heardAt: now,
    held: null,
    worse: worse.length > 0 ? worse : state.worse,
  }
}

/** Takes a message of the worker in. Rows that it does not name stay the same objects. */
export function receive(store: WatchStore, message: ToPage, now: EpochMs): void {
  if (message.kind === 'digest') store.setState((state) => applyDigest(state, message, now))
  if (message.kind === 'fleet-file') store.setState({ fleetFile: message.state })
}

/** The worker is there and has nothing new to say. Once stalled, only a digest says how things stand. */
export function hear(store: WatchStore, now: EpochMs): void {
  if (store.getState().source === 'live') store.setState({ heardAt: now })
}

/** The worker fell silent: from now on nothing is shown as known, until it is heard again. */
export function stall(store: WatchStore): void {
  store.setState((state) => {
    if (state.source !== 'live' || state.heardAt === null) return state
    return {
      ...state,
      source: 'stalled',
      held: { rows: state.rows, strip: state.strip },
      rows: agedRows(state.rows, state.heardAt),
      strip: state.strip === null ? null : agedStrip(state.strip),
    }
  })
}
