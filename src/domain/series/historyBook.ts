import { type Bytes, type DurationMs, type EpochMs, mebibytes } from '#src/domain/time/units.ts'
import {
  backfill,
  COARSE,
  emptyHistory,
  type History,
  historyBytes,
  historyMemory,
  mixHistory,
  releaseHistory,
  remember,
} from './history.ts'
import type { RingMemory } from './ringMemory.ts'
import { leapGuard } from './leapGuard.ts'

/**
 * What all histories may take together: twice what 150 pods of 15 signals need with a full month (48 MB), so that a
 * fleet may double, and a fraction of what a browser lets one worker have. Some hundred thousand series fit in with a
 * few bins each; of more, those that came first are kept.
 */
const BUDGET: Bytes = mebibytes(96)

/**
 * What a series takes besides its bins and its name: two rings of two arrays each, and its place in the map. Measured in
 * V8; where pointers are compressed, as in browsers built on it, it is 500.
 */
const SERIES_COST: Bytes = 800

/** More hours than a history reaches back are not told apart from none. */
const MOST_TOUCHED = 2 * COARSE.bins

/** The name of a series: its parts, one a line. The names of services and pods never hold control characters. */
export const seriesName = (service: string, pod: string, signal: string): string =>
  `${service}\n${pod}\n${signal}`

/** One quantity of one pod. */
export type SeriesParts = { readonly service: string; readonly pod: string; readonly signal: string }

/** The parts of a name that `seriesName` made; null for any other text. */
export function seriesParts(name: string): SeriesParts | null {
  const [service, pod, signal, ...more] = name.split('\n')
  if (service === undefined || pod === undefined || signal === undefined || more.length > 0) return null
  return { service, pod, signal }
}

/** The histories of all series of a fleet, by name (see `seriesName`). Its bytes are bounded whatever comes. */
export type HistoryBook = {
  /**
   * Remembers a value that was seen here; the first one of a name makes the series, where there is room for it. What a
   * clock dates that leapt by more than a day is left out for ten minutes: see `leapGuard`.
   */
  remember(name: string, t: EpochMs, value: number): void
  /** Remembers what somebody else measured over `[t, t + step)`: it never replaces what was seen here. */
  backfill(name: string, t: EpochMs, value: number, step: DurationMs): void
  /** Null for a name without a series. To be read at once, not to be held on to: its memory is used again. */
  get(name: string): History | null
  /** The same, made if need be; null where there is no room for one more. */
  open(name: string): History | null
  drop(name: string): void
  names(): Iterable<string>
  /** `bytes`: what is set aside. `refused`: values, and stored series, that found no room. */
  size(): { readonly series: number; readonly bytes: Bytes; readonly refused: number }
  /** Hours that something was remembered of since the last call: when they begin, in no order. */
  takeTouched(): EpochMs[]
  /** Says that something of that hour came by another way than `remember` and `backfill`. */
  touch(t: EpochMs): void
  /** An empty book that shares this one's budget: to be filled in peace and then adopted, or forgotten by `dropAll`. */
  aside(): HistoryBook
  /** Takes over all series of a book made by `aside`: where both have a series, what both saw counts. That book is used up. */
  adopt(other: HistoryBook): void
  dropAll(): void
}

type Meter = { readonly budget: Bytes; readonly memory: RingMemory; spent: Bytes; refused: number }

/** A book without a series, of at most `budget` bytes in all. */
export const historyBook = (budget: Bytes = BUDGET): HistoryBook =>
  bookOn({ budget, memory: historyMemory(), spent: 0, refused: 0 })

const costOf = (name: string, history: History): Bytes =>
  SERIES_COST + 2 * name.length + historyBytes(history)

function bookOn(meter: Meter): HistoryBook {
  const series = new Map<string, History>()
  const touched = new Set<number>()
  let lastHour = -1

  const room = (more: Bytes): boolean => {
    if (more > 0 && meter.spent + more > meter.budget) return false
    meter.spent += more
    return true
  }

  const isDoubtful = leapGuard()

  const open = (name: string): History | null => {
    const known = series.get(name)
    if (known !== undefined) return known
    const made = emptyHistory(room, meter.memory)
    if (!room(costOf(name, made))) {
      meter.refused++
      return null
    }
    series.set(name, made)
    return made
  }
  const touch = (t: EpochMs): void => {
    const hour = Math.floor(t / COARSE.width)
    if (hour === lastHour || !(hour >= 0)) return
    lastHour = hour
    if (touched.size < MOST_TOUCHED) touched.add(hour)
  }
  const drop = (name: string): void => {
    const history = series.get(name)
    if (history === undefined) return
    series.delete(name)
    room(0 - costOf(name, history))
    releaseHistory(history)
  }

  return {
    open,
    touch,
    drop,
    remember(name, t, value) {
      if (isDoubtful(t)) return
      const history = open(name)
      if (history === null) return
      remember(history, t, value)
      touch(t)
    },
    backfill(name, t, value, step) {
      const history = open(name)
      if (history === null) return
      backfill(history, t, value, step)
      touch(t)
    },
    get: (name) => series.get(name) ?? null,
    names: () => series.keys(),
    size: () => ({ series: series.size, bytes: meter.spent, refused: meter.refused }),
    takeTouched() {
      const hours = [...touched].map((hour) => hour * COARSE.width)
      touched.clear()
      lastHour = -1
      return hours
    },
    aside: () => bookOn(meter),
    adopt(other) {
      for (const name of other.names()) {
        const [mine, theirs] = [series.get(name), other.get(name)]
        if (theirs === null) continue
        if (mine !== undefined) {
          mixHistory(theirs, mine)
          drop(name)
        }
        series.set(name, theirs)
      }
    },
    dropAll() {
      for (const name of series.keys()) drop(name)
    },
  }
}
