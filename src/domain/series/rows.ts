import { type BinRing, ELSEWHERE, makeRoom } from './binRing.ts'

/**
 * Bins in a row, empty ones between them included, as they stand in a ring: for many at once, without an object or a call
 * for each. Made once and used again and again.
 */
export type Rows = {
  /** Number of the first bin, counted from 1970. */
  first: number
  /** How many bins there are: 0 to as many as it was made for. */
  length: number
  /** Mean, low and high of each bin; of one that is empty they say nothing. */
  readonly values: Float32Array
  /** The same values as they lie in memory: equal where the values are, 0 and -0 told apart. */
  readonly bits: Uint32Array
  /** Values in each bin, and `ELSEWHERE`; 0 where it is empty. */
  readonly count: Uint16Array
}

/** Room for `most` bins, and none in it. */
export function emptyRows(most: number): Rows {
  const values = new Float32Array(3 * most)
  return { first: 0, length: 0, values, bits: new Uint32Array(values.buffer), count: new Uint16Array(most) }
}

/** Takes the bins numbered `first` to `last` off a ring, from the first filled one of them to the last. */
export function takeRows(ring: BinRing, first: number, last: number, into: Rows): void {
  const { count, values } = ring
  const size = count.length
  let begin = Math.max(ring.oldest, first)
  let end = ring.newest === -1 ? -1 : Math.min(ring.newest, last)
  while (begin <= end && count[begin % size] === 0) begin++
  while (begin <= end && count[end % size] === 0) end--
  into.first = begin
  into.length = Math.max(0, end - begin + 1)
  for (let i = 0, place = begin % size; i < into.length; i++) {
    into.count[i] = count[place] ?? 0
    into.values[3 * i] = values[3 * place] ?? 0
    into.values[3 * i + 1] = values[3 * place + 1] ?? 0
    into.values[3 * i + 2] = values[3 * place + 2] ?? 0
    place = place + 1 === size ? 0 : place + 1
  }
}

/**
 * Sets bins that are already summed up, as they were stored. What is in one is kept if it counts more; what was measured
 * elsewhere counts less than anything seen here. Bins older than the ring reaches, or than it has room for, are left out,
 * and those whose values are not finite.
 */
export function putRows(ring: BinRing, rows: Rows): void {
  // The newest first: the ring then grows once, and nothing moves while they are put.
  makeRoom(ring, rows.first + rows.length - 1)
  let i = 0
  while (i < rows.length && !makeRoom(ring, rows.first + i)) i++
  const size = ring.count.length
  for (let place = (rows.first + i) % size; i < rows.length; i++) {
    putRow(ring, place, rows, i)
    place = place + 1 === size ? 0 : place + 1
  }
}

function putRow(ring: BinRing, place: number, { values, count }: Rows, i: number): void {
  const more = count[i] ?? 0
  const was = ring.count[place] ?? 0
  if ((more & ~ELSEWHERE) === 0 || (was !== 0 && rankOf(was) >= rankOf(more))) return
  const mean = values[3 * i] ?? 0
  const low = values[3 * i + 1] ?? 0
  const high = values[3 * i + 2] ?? 0
  // Any of them that is not finite makes their sum so.
  if (!Number.isFinite(mean + low + high)) return
  const to = ring.values
  to[3 * place] = mean
  to[3 * place + 1] = low
  to[3 * place + 2] = high
  ring.count[place] = more
}

/** What was seen here counts more than whatever was measured elsewhere. */
const rankOf = (count: number): number => (count < ELSEWHERE ? count : count - 2 * ELSEWHERE)
