import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** What fell into one bin. */
export type Bin = {
  /** When it begins. */
  readonly t: EpochMs
  readonly mean: number
  readonly low: number
  readonly high: number
  /** Values in it, 1 to 65,535. */
  readonly count: number
}

/**
 * The newest `most` bins of one quantity, each with its mean, its extremes and how many values fell into it. It takes
 * memory as it fills: 14 bytes a bin, in steps of two, and never more than for `most` bins.
 */
export type BinRing = {
  readonly width: DurationMs
  readonly most: number
  mean: Float32Array
  low: Float32Array
  high: Float32Array
  /** 0: nothing fell into the bin. */
  count: Uint16Array
  /** Numbers of the oldest and the newest bin that may hold values, counted from 1970; -1: the ring is empty. */
  oldest: number
  newest: number
}

const FIRST_BINS = 32
const MOST_COUNTED = 65_535

/** An empty ring of `most` bins of `width` ms. */
export const binRing = (width: DurationMs, most: number): BinRing => {
  const size = Math.min(FIRST_BINS, most)
  return { width, most, ...arraysOf(size), oldest: -1, newest: -1 }
}

type Arrays = Pick<BinRing, 'mean' | 'low' | 'high' | 'count'>

const arraysOf = (size: number): Arrays => ({
  mean: new Float32Array(size),
  low: new Float32Array(size),
  high: new Float32Array(size),
  count: new Uint16Array(size),
})

/** What a ring takes, in bytes. */
export const bytesOf = ({ count }: BinRing): number => count.length * 14

const placeOf = ({ count }: BinRing, bin: number): number => bin % count.length

/**
 * Adds a value. Values may come in any order: one that is older than the newest goes into the bin it belongs to. NaN and
 * infinite values are left out. A time before all that the ring can reach means that the clock was set back: the ring
 * starts anew, or nothing would be remembered until the clock had caught up.
 */
export function addValue(ring: BinRing, t: EpochMs, value: number): void {
  if (!Number.isFinite(value) || !Number.isFinite(t) || t < 0) return
  const bin = Math.floor(t / ring.width)
  if (ring.newest !== -1 && bin <= ring.newest - ring.most) empty(ring)
  if (makeRoom(ring, bin)) mixIn(ring, placeOf(ring, bin), value)
}

function mixIn({ mean, low, high, count }: BinRing, place: number, value: number): void {
  const before = count[place] ?? 0
  const was = before === 0 ? value : (mean[place] ?? value)
  mean[place] = was + (value - was) / (before + 1)
  low[place] = before === 0 ? value : Math.min(low[place] ?? value, value)
  high[place] = before === 0 ? value : Math.max(high[place] ?? value, value)
  count[place] = Math.min(before + 1, MOST_COUNTED)
}

/** Sets a bin that is already summed up, as it was stored or came from elsewhere. What is in it is kept if it counts more. */
export function putBin(ring: BinRing, { t, mean, low, high, count }: Bin): void {
  const bin = Math.floor(t / ring.width)
  if (!(count > 0) || ![mean, low, high].every(Number.isFinite) || !makeRoom(ring, bin)) return
  const place = placeOf(ring, bin)
  if ((ring.count[place] ?? 0) >= count) return
  ring.mean[place] = mean
  ring.low[place] = low
  ring.high[place] = high
  ring.count[place] = Math.min(count, MOST_COUNTED)
}

function empty(ring: BinRing): void {
  ring.count.fill(0)
  ring.oldest = -1
  ring.newest = -1
}

/** Makes the ring reach to `bin`. False: it is older than what the ring holds. */
function makeRoom(ring: BinRing, bin: number): boolean {
  if (ring.newest === -1) {
    ring.oldest = ring.newest = bin
    return true
  }
  if (bin <= ring.newest - ring.most) return false
  if (bin > ring.newest) return reachAhead(ring, bin)
  if (bin < ring.oldest) {
    grow(ring, ring.newest - bin + 1)
    ring.oldest = bin
  }
  return true
}

function reachAhead(ring: BinRing, bin: number): boolean {
  if (bin - ring.newest >= ring.most) {
    empty(ring)
    ring.oldest = ring.newest = bin
    return true
  }
  grow(ring, Math.min(bin - ring.oldest + 1, ring.most))
  for (let gap = Math.max(ring.newest + 1, bin - ring.count.length + 1); gap <= bin; gap++)
    ring.count[placeOf(ring, gap)] = 0
  ring.newest = bin
  ring.oldest = Math.max(ring.oldest, bin - ring.count.length + 1)
  return true
}

function grow(ring: BinRing, needed: number): void {
  if (needed <= ring.count.length) return
  let size = ring.count.length
  while (size < needed) size *= 2
  const [was, next] = [{ ...ring }, arraysOf(Math.min(size, ring.most))]
  for (let bin = was.oldest; bin <= was.newest; bin++) {
    const [from, to] = [placeOf(was, bin), bin % next.count.length]
    next.mean[to] = was.mean[from] ?? 0
    next.low[to] = was.low[from] ?? 0
    next.high[to] = was.high[from] ?? 0
    next.count[to] = was.count[from] ?? 0
  }
  Object.assign(ring, next)
}

/** The filled bins that begin in `[from, to)`, oldest first. */
export function binsBetween(ring: BinRing, from: EpochMs, to: EpochMs): Bin[] {
  if (ring.newest === -1) return []
  const first = Math.max(ring.oldest, Math.ceil(from / ring.width))
  const last = Math.min(ring.newest, Math.ceil(to / ring.width) - 1)
  const bins: Bin[] = []
  for (let bin = first; bin <= last; bin++) {
    const place = placeOf(ring, bin)
    const count = ring.count[place] ?? 0
    if (count === 0) continue
    const [mean = 0, low = 0, high = 0] = [ring.mean[place], ring.low[place], ring.high[place]]
    bins.push({ t: bin * ring.width, mean, low, high, count })
  }
  return bins
}
