import type { Bytes, DurationMs, EpochMs } from '#src/domain/time/units.ts'

import { type RingMemory, ringMemory } from './ringMemory.ts'

/** What fell into one bin. */
export type Bin = {
  /** When it begins. */
  readonly t: EpochMs
  readonly mean: number
  readonly low: number
  readonly high: number
  /** Values in it, 1 to 32,767. */
  readonly count: number
}

/** Asks for memory: false where there is none left. Less than nothing gives back, and is always granted. */
export type Room = (more: Bytes) => boolean

/**
 * The newest `most` bins of one quantity, each with its mean, its extremes and how many values fell into it. It takes
 * memory as it fills: 14 bytes a bin, in steps of two, and never more than for `most` bins. Where there is no room to
 * grow it goes on with the bins it has: the oldest go.
 */
export type BinRing = {
  readonly width: DurationMs
  readonly most: number
  readonly room: Room
  /** Where its arrays come from. */
  readonly memory: RingMemory
  /** Mean, low and high of each bin. */
  values: Float32Array
  /** Values in each bin, and `ELSEWHERE` where it was measured by somebody else. 0: nothing fell into it. */
  count: Uint16Array
  /** Numbers of the oldest and the newest bin that may hold values, counted from 1970; -1: the ring is empty. */
  oldest: number
  newest: number
}

/** Bins that a ring begins with. */
export const FIRST_BINS = 4
const BIN_BYTES = 14
const MOST_COUNTED = 0x7fff

/** Each ring has arrays of its own. */
const OWN = ringMemory([])

/** The bit of a count that says: somebody else measured this. What is seen here takes its place. */
export const ELSEWHERE = 0x8000

/** An empty ring of `most` bins of `width` ms; its first 56 bytes are not asked for. */
export const binRing = (
  width: DurationMs,
  most: number,
  room: Room = () => true,
  memory: RingMemory = OWN,
): BinRing => {
  const { values, count } = memory.take(Math.min(FIRST_BINS, most))
  return { width, most, room, memory, values, count, oldest: -1, newest: -1 }
}

/** Gives a ring's memory back: the ring may not be used any more. */
export function release({ memory, values, count }: BinRing): void {
  memory.give({ values, count })
}

/** What a ring takes, in bytes. */
export const bytesOf = ({ count }: BinRing): Bytes => count.length * BIN_BYTES

/** The last moment that a date can name: bins far beyond it could not be counted. */
const LATEST: EpochMs = 8.64e15

/** Values are kept in single precision. */
const isUsable = (t: EpochMs, value: number): boolean =>
  Number.isFinite(Math.fround(value)) && t >= 0 && t <= LATEST

/**
 * Adds a value. Values may come in any order: one that is older than the newest goes into the bin it belongs to. NaN and
 * infinite values are left out. A time before all that the ring can reach means that the clock was set back: the ring
 * starts anew, or nothing would be remembered until the clock had caught up.
 */
export function addValue(ring: BinRing, t: EpochMs, value: number): void {
  if (!isUsable(t, value)) return
  const bin = Math.floor(t / ring.width)
  if (ring.newest !== -1 && bin <= ring.newest - ring.most) empty(ring)
  mixRow(ring, bin, value, value, value, 1)
}

/** Adds what somebody else measured: kept only where nothing was seen here, and within the time the ring reaches. */
export function addElsewhere(ring: BinRing, t: EpochMs, value: number): void {
  if (isUsable(t, value)) mixRow(ring, Math.floor(t / ring.width), value, value, value, 1 | ELSEWHERE)
}

/** Adds the values of a bin to those of the same bin here: of two that say what was seen here both count. */
export function mixRow(
  ring: BinRing,
  bin: number,
  mean: number,
  low: number,
  high: number,
  count: number,
): void {
  if (!makeRoom(ring, bin)) return
  const place = bin % ring.count.length
  const was = ring.count[place] ?? 0
  const isOther = was >= ELSEWHERE !== count >= ELSEWHERE
  if (was === 0 || isOther) {
    if (was === 0 || was >= ELSEWHERE) setRow(ring, place, mean, low, high, count)
    return
  }
  const [before, more] = [was & MOST_COUNTED, count & MOST_COUNTED]
  const { values } = ring
  const old = values[3 * place] ?? mean
  values[3 * place] = old + ((mean - old) * more) / (before + more)
  values[3 * place + 1] = Math.min(values[3 * place + 1] ?? low, low)
  values[3 * place + 2] = Math.max(values[3 * place + 2] ?? high, high)
  ring.count[place] = Math.min(before + more, MOST_COUNTED) | (was & ELSEWHERE)
}

function setRow(ring: BinRing, place: number, mean: number, low: number, high: number, count: number): void {
  ring.values[3 * place] = mean
  ring.values[3 * place + 1] = low
  ring.values[3 * place + 2] = high
  ring.count[place] = Math.min(count & ~ELSEWHERE, MOST_COUNTED) | (count & ELSEWHERE)
}

function empty(ring: BinRing): void {
  ring.count.fill(0)
  ring.oldest = -1
  ring.newest = -1
}

/** Makes the ring reach to `bin`. False: it is older than what the ring holds, or there is no room for it. */
export function makeRoom(ring: BinRing, bin: number): boolean {
  if (ring.newest === -1) ring.oldest = ring.newest = bin
  if (bin > ring.newest) reachAhead(ring, bin)
  if (bin >= ring.oldest) return true
  if (bin <= ring.newest - ring.most || !grow(ring, ring.newest - bin + 1)) return false
  ring.oldest = bin
  return true
}

function reachAhead(ring: BinRing, bin: number): void {
  if (bin - ring.newest < ring.most) grow(ring, Math.min(bin - ring.oldest + 1, ring.most))
  const size = ring.count.length
  if (bin - ring.newest >= size) {
    empty(ring)
    ring.oldest = ring.newest = bin
    return
  }
  for (let gap = ring.newest + 1; gap <= bin; gap++) ring.count[gap % size] = 0
  ring.newest = bin
  ring.oldest = Math.max(ring.oldest, bin - size + 1)
}

function grow(ring: BinRing, needed: number): boolean {
  const had = ring.count.length
  if (needed <= had) return true
  let size = had
  while (size < needed) size *= 2
  size = Math.min(size, ring.most)
  if (!ring.room((size - had) * BIN_BYTES)) return false
  resize(ring, size)
  return true
}

/** Gives up the older half of the bins, and their memory; not below `least` bins. False: nothing was given up. */
export function halve(ring: BinRing, least: number): boolean {
  const size = Math.ceil(ring.count.length / 2)
  if (size < least) return false
  ring.room((size - ring.count.length) * BIN_BYTES)
  ring.oldest = Math.max(ring.oldest, ring.newest - size + 1)
  resize(ring, size)
  return true
}

function resize(ring: BinRing, size: number): void {
  const had = { values: ring.values, count: ring.count }
  const { values, count } = ring.memory.take(size)
  ring.values = values
  ring.count = count
  copyBins(ring, had.values, had.count)
  ring.memory.give(had)
}

function copyBins(ring: BinRing, values: Float32Array, count: Uint16Array): void {
  const size = ring.count.length
  if (ring.newest === -1) return
  // In runs that neither of the rings breaks: bin by bin it was a third of what loading a month took.
  for (let bin = ring.oldest, run = 0; bin <= ring.newest; bin += run) {
    const [from, to] = [bin % count.length, bin % size]
    run = Math.min(count.length - from, size - to, ring.newest - bin + 1)
    ring.count.set(count.subarray(from, from + run), to)
    ring.values.set(values.subarray(3 * from, 3 * (from + run)), 3 * to)
  }
}

/** Tells the filled bins from number `first` to `last`, oldest first, without making an object of each. */
export function eachRow(
  { values, count, oldest, newest }: BinRing,
  first: number,
  last: number,
  tell: (bin: number, mean: number, low: number, high: number, count: number) => void,
): void {
  if (newest === -1) return
  for (let bin = Math.max(oldest, first); bin <= Math.min(newest, last); bin++) {
    const place = bin % count.length
    const counted = count[place] ?? 0
    if (counted === 0) continue
    tell(bin, values[3 * place] ?? 0, values[3 * place + 1] ?? 0, values[3 * place + 2] ?? 0, counted)
  }
}

/** The filled bins that begin in `[from, to)`, oldest first. */
export function binsBetween(ring: BinRing, from: EpochMs, to: EpochMs): Bin[] {
  const bins: Bin[] = []
  const [first, last] = [Math.ceil(from / ring.width), Math.ceil(to / ring.width) - 1]
  eachRow(ring, first, last, (bin, mean, low, high, count) => {
    bins.push({ t: bin * ring.width, mean, low, high, count: count & MOST_COUNTED })
  })
  return bins
}
