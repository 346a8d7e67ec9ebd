import { createStore, type StoreApi } from 'zustand/vanilla'
import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { printMemory, readMemory } from '#src/domain/wall/keptMemory.ts'
import {
  isMuted,
  type MuteStep,
  muteOf,
  nextMuteStep,
  readMute,
  type SoundMute,
  stepOf,
} from '#src/domain/wall/soundMute.ts'
import {
  nextCalls,
  NO_MEMORY,
  unanswered,
  type WallCall,
  type WallLook,
  type WallMemory,
} from '#src/domain/wall/wallAlarm.ts'
import type { Screen } from './screen.ts'

/** What of a screen the calls are made of. */
export type CallSources = Pick<Screen, 'watch' | 'board' | 'storage' | 'ticker'>

export type CallsState = {
  /** Services whose red is so new that their tiles call. */
  readonly calling: ReadonlySet<string>
  /** The newest call, the most urgent service first; null while there was none. */
  readonly newest: { readonly at: EpochMs; readonly calls: readonly WallCall[] } | null
  /** The mute that holds now; null while calls are heard. */
  readonly mute: SoundMute | null
  /** How many services are red that nobody has acknowledged. */
  readonly unanswered: number
}

export type WallCalls = {
  readonly store: StoreApi<CallsState>
  /** Follows the fleet from now on; `hear` gets every new call and whether it is muted. Returns how to stop. */
  readonly start: (hear: (calls: readonly WallCall[], isMuted: boolean) => void) => () => void
  /** Goes on to the next mute: 15 min, 1 h, until acknowledged, none. */
  readonly nextMute: () => MuteStep
}

/** A tile calls for this long: two pulses and a moment to find it. */
const CALLS_FOR: DurationMs = seconds(10)
const KEEP_EVERY: DurationMs = minutes(1)

const MUTE_KEY = 'morning-check/wall-mute'
const memoryKey = (fleetUrl: string): string => `morning-check/wall-red ${fleetUrl}`

const NOBODY: ReadonlySet<string> = new Set()

/** A digest of many rows comes in slices: before the last one it is not whole, and rows that are missing have not gone. */
function lookOf({ watch, board }: CallSources): WallLook {
  const { source, strip, rows } = watch.getState()
  const { green, orange, red, unknown } = strip?.counts ?? { green: 0, orange: 0, red: 0, unknown: 0 }
  return {
    live: source === 'live' && strip !== null && rows.size >= green + orange + red + unknown,
    blind: (strip?.blind ?? null) !== null,
    looking: (strip?.looking ?? null) !== null || strip?.judgingPast === true,
    rows: rows.values(),
    tickets: board.getState().rows.values(),
  }
}

function createWallCalls(sources: CallSources): WallCalls {
  const { watch, board, storage, ticker } = sources
  const store = createStore<CallsState>(() => ({ calling: NOBODY, newest: null, mute: null, unanswered: 0 }))
  let memory: WallMemory | null = null
  let stored = readMute(storage.read(MUTE_KEY))
  let keptAt: EpochMs = Number.NEGATIVE_INFINITY
  let asking: ReadonlySet<string> = NOBODY

  const keyNow = (): string => memoryKey(watch.getState().fleetFile?.url ?? '')

  const keep = (now: EpochMs): void => {
    const text = memory === null ? null : printMemory(memory, now)
    if (text === null) return
    keptAt = now
    storage.write(keyNow(), text)
  }

  const noteMute = (now: EpochMs): void => {
    const mute = isMuted(stored, (name) => asking.has(name), now) ? stored : null
    const { mute: before, unanswered: count } = store.getState()
    if (mute !== before || count !== asking.size) store.setState({ mute, unanswered: asking.size })
  }

  const setMute = (mute: SoundMute | null, now: EpochMs): void => {
    stored = mute
    if (mute === null) storage.remove(MUTE_KEY)
    else storage.write(MUTE_KEY, JSON.stringify(mute))
    noteMute(now)
  }

  /** What came of the first live word is compared with what the page before this one knew. */
  const look = (now: EpochMs): readonly WallCall[] => {
    const seen = lookOf(sources)
    if (seen.live) memory ??= readMemory(storage.read(keyNow()), now)
    const { memory: next, calls } = nextCalls(memory ?? NO_MEMORY, seen, now)
    const isNews = next.red.size !== memory?.red.size || calls.length > 0
    if (seen.live) memory = next
    if (seen.live && (isNews || now - keptAt >= KEEP_EVERY)) keep(now)
    if (memory !== null) asking = unanswered(memory, board.getState().rows.values())
    return calls
  }

  const endCall = (now: EpochMs): void => {
    const { calling, newest } = store.getState()
    if (calling.size > 0 && newest !== null && now - newest.at >= CALLS_FOR)
      store.setState({ calling: NOBODY })
  }

  const start: WallCalls['start'] = (hear) => {
    const turn = (): void => {
      const now = ticker.now()
      const calls = look(now)
      noteMute(now)
      endCall(now)
      if (calls.length === 0) return
      const calling = new Set([...store.getState().calling, ...calls.map(({ name }) => name)])
      store.setState({ calling, newest: { at: now, calls } })
      hear(calls, store.getState().mute !== null)
    }
    const stops = [watch.subscribe(turn), board.subscribe(turn), ticker.subscribe(turn)]
    turn()
    return () => {
      for (const stop of stops) stop()
    }
  }

  return {
    store,
    start,
    nextMute: () => {
      const now = ticker.now()
      const step = nextMuteStep(stepOf(store.getState().mute, now), asking.size > 0)
      setMute(muteOf(step, asking, now), now)
      return step
    },
  }
}

const made = new WeakMap<CallSources['watch'], WallCalls>()

/** The calls of a page: one, however many parts of it draw them. */
export function wallCalls(sources: CallSources): WallCalls {
  const calls = made.get(sources.watch) ?? createWallCalls(sources)
  made.set(sources.watch, calls)
  return calls
}
