import type { Bin } from '#src/domain/series/binRing.ts'
import type { Bytes, EpochMs } from '#src/domain/time/units.ts'
import { type Assessment, assessSeries } from './assessment.ts'
import { BYTES_PER_SERIES, type DriftMemory, driftMemory, rowOf, type Series } from './driftMemory.ts'
import { isDrifting } from './driftState.ts'
import { explainFit, type FitExplanation } from './explainFit.ts'
import { feed, feedRestart, type SeriesOptions } from './feed.ts'

/** Series in one block of memory. */
const BLOCK = 256

/** Follows many series, each under a name of its own; memory grows by blocks of 256 series and is used again. */
export type DriftStore = {
  /** Takes a sample, later than all before it of that name. The first one makes the series. */
  push(name: string, options: SeriesOptions, t: EpochMs, v: number): void
  /** The process behind a series was started anew at `t`; of a name that has no series nothing happens. */
  restart(name: string, t: EpochMs): void
  /** Whether a drift was found and has not ended: cheap, to ask all. */
  isDrifting(name: string): boolean
  /** What is to be said as of the last sample; null for a name that has no series. */
  assess(name: string, options: SeriesOptions): Assessment | null
  /** Which of these bins and samples `assess` rests on: see `explainFit`. Null for a name that has no series. */
  explain(
    name: string,
    options: SeriesOptions,
    bins: readonly Bin[],
    restarts: readonly EpochMs[],
  ): FitExplanation | null
  /** Everything known of a series, as bytes of this machine's order; null for a name that has no series. */
  save(name: string): Uint8Array | null
  /** Makes a series what `save` gave, whatever it was. False, and nothing is changed, for bytes of another length. */
  restore(name: string, row: Uint8Array): boolean
  /** The newest sample's time; null for a name that has none. */
  lastAt(name: string): EpochMs | null
  names(): Iterable<string>
  /** Forgets a series; its memory goes to the next new one. */
  drop(name: string): void
  /** How many series there are, and what is set aside for them. */
  size(): { readonly series: number; readonly bytes: Bytes }
}

/** A store without a series. */
export function driftStore(): DriftStore {
  const blocks: DriftMemory[] = []
  const slots = new Map<string, number>()
  const free: number[] = []

  const seriesAt = (slot: number): Series | null => blocks[Math.floor(slot / BLOCK)]?.at(slot % BLOCK) ?? null
  const find = (name: string): Series | null => {
    const slot = slots.get(name)
    return slot === undefined ? null : seriesAt(slot)
  }
  const make = (name: string): Series | null => {
    if (free.length === 0) {
      const first = blocks.length * BLOCK
      blocks.push(driftMemory(BLOCK))
      for (let i = BLOCK - 1; i >= 0; i--) free.push(first + i)
    }
    const slot = free.pop() ?? 0
    slots.set(name, slot)
    return seriesAt(slot)
  }

  const partsOf = (name: string): readonly Uint8Array[] | null => {
    const slot = slots.get(name)
    const block = slot === undefined ? undefined : blocks[Math.floor(slot / BLOCK)]
    return slot === undefined || block === undefined ? null : rowOf(block, slot % BLOCK)
  }

  return {
    push(name, options, t, v) {
      const series = find(name) ?? make(name)
      if (series !== null) feed(series, options, t, v)
    },
    restart(name, t) {
      const series = find(name)
      if (series !== null) feedRestart(series, t)
    },
    isDrifting(name) {
      const series = find(name)
      return series !== null && isDrifting(series)
    },
    assess(name, options) {
      const series = find(name)
      return series === null ? null : assessSeries(series, options)
    },
    explain(name, options, bins, restarts) {
      const series = find(name)
      return series === null ? null : explainFit(series, options, bins, restarts)
    },
    save(name) {
      const parts = partsOf(name)
      if (parts === null) return null
      const row = new Uint8Array(BYTES_PER_SERIES)
      let at = 0
      for (const part of parts) {
        row.set(part, at)
        at += part.length
      }
      return row
    },
    restore(name, row) {
      if (row.length !== BYTES_PER_SERIES) return false
      if (!slots.has(name)) make(name)
      let at = 0
      for (const part of partsOf(name) ?? []) {
        part.set(row.subarray(at, at + part.length))
        at += part.length
      }
      return true
    },
    lastAt(name) {
      const at = find(name)?.lastAt ?? Number.NaN
      return Number.isNaN(at) ? null : at
    },
    names: () => slots.keys(),
    drop(name) {
      const slot = slots.get(name)
      if (slot === undefined) return
      blocks[Math.floor(slot / BLOCK)]?.clear(slot % BLOCK)
      slots.delete(name)
      free.push(slot)
    },
    size: () => ({ series: slots.size, bytes: blocks.length * BLOCK * BYTES_PER_SERIES }),
  }
}
