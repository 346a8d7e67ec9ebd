import { err, ok, type Result } from '#src/domain/result.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { type BinRing, eachRow, ELSEWHERE, putRow } from './binRing.ts'
import { type ByteReader, byteReader } from './byteReader.ts'
import { type ByteWriter, byteWriter } from './byteWriter.ts'
import { COARSE, FINE, type History } from './history.ts'
import type { HistoryBook } from './historyBook.ts'
import { type SealKind, type SealRefusal, seal, unseal } from './seal.ts'

/*
 * A slab: bins of many series as one blob. Under its seal: the numbers of the first fine and the first coarse bin, and how
 * many series there are; then of each series
 *
 *   how much of the name is as in the one before, and the rest of it,
 *   how many fine bins, and they,  how many coarse bins, and they
 *
 * and of each bin how far it is from the one before, its count with two bits (1: measured elsewhere, 2: mean, low and
 * high are the same), and its numbers in single precision.
 */
const SLAB: SealKind = { letter: 'S', version: 1 }
const HAS_ONE_VALUE = 2

/** A stretch of time `[from, to)`. */
export type Span = { readonly from: EpochMs; readonly to: EpochMs }

/** Nothing of it. */
export const NO_TIME: Span = { from: 0, to: 0 }

/** What of each series goes into a slab: the bins that begin in these stretches. */
export type SlabSpans = { readonly fine: Span; readonly coarse: Span }

type Bounds = { readonly first: number; readonly last: number }

const boundsOf = ({ from, to }: Span, width: number): Bounds => ({
  first: Math.max(0, Math.ceil(from / width)),
  last: Math.ceil(to / width) - 1,
})

function filledIn(ring: BinRing, { first, last }: Bounds): number {
  let filled = 0
  eachRow(ring, first, last, () => {
    filled++
  })
  return filled
}

function writeBins(out: ByteWriter, ring: BinRing, bounds: Bounds, filled: number): void {
  out.varint(filled)
  let before = bounds.first
  eachRow(ring, bounds.first, bounds.last, (bin, mean, low, high, count) => {
    const isOne = mean === low && mean === high
    const elsewhere = count >= ELSEWHERE ? 1 : 0
    out.varint(bin - before)
    out.varint(((count & ~ELSEWHERE) << 2) | (isOne ? HAS_ONE_VALUE : 0) | elsewhere)
    out.f32(mean)
    if (!isOne) {
      out.f32(low)
      out.f32(high)
    }
    before = bin
  })
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}

/**
 * The bins of these series, as far as they are in the spans; null where there are none. Series without one are left out.
 * Names that stand beside each other should begin alike: then a series takes some ten bytes besides its bins.
 */
export function packSlab(
  book: HistoryBook,
  names: readonly string[],
  spans: SlabSpans,
): Uint8Array<ArrayBuffer> | null {
  const [fine, coarse] = [boundsOf(spans.fine, FINE.width), boundsOf(spans.coarse, COARSE.width)]
  const out = byteWriter(64 * names.length)
  out.varint(fine.first)
  out.varint(coarse.first)
  let before = ''
  let packed = 0
  for (const name of names) {
    const history = book.get(name)
    if (history === null) continue
    const [fines, coarses] = [filledIn(history.fine, fine), filledIn(history.coarse, coarse)]
    if (fines + coarses === 0) continue
    const shared = sharedLength(name, before)
    out.varint(shared)
    out.text(name.slice(shared))
    writeBins(out, history.fine, fine, fines)
    writeBins(out, history.coarse, coarse, coarses)
    before = name
    packed++
  }
  return packed === 0 ? null : seal(SLAB, out.done())
}

/** How a slab is taken in. */
export type SlabTaking = {
  /** Bins that begin after it are left out: they were written while the clock was wrong. */
  readonly until: EpochMs
  /** Everything in it counts as measured elsewhere. */
  readonly asElsewhere: boolean
  /** Series to take; the others are read over. */
  readonly wants: (name: string) => boolean
}

/** What of a slab was taken. */
export type SlabCount = { readonly series: number; readonly bins: number }

function readBins(
  from: ByteReader,
  first: number,
  ring: BinRing | null,
  { until, asElsewhere }: SlabTaking,
): number {
  const filled = from.varint()
  let bin = first
  let taken = 0
  for (let i = 0; i < filled && !from.isBroken(); i++) {
    bin += from.varint()
    const tag = from.varint()
    const mean = from.f32()
    const isOne = (tag & HAS_ONE_VALUE) !== 0
    const low = isOne ? mean : from.f32()
    const high = isOne ? mean : from.f32()
    const isElsewhere = asElsewhere || (tag & 1) !== 0
    if (ring === null || bin * ring.width > until) continue
    taken++
    putRow(ring, bin, mean, low, high, ((tag >>> 2) & ~ELSEWHERE) | (isElsewhere ? ELSEWHERE : 0))
  }
  return taken
}

/**
 * Puts the bins of a slab into a book; a bin that is there already is kept if it counts more. Bytes that are damaged, of
 * another version or no slab at all are refused before anything is taken. Only bytes that were made to deceive can turn
 * out damaged later on: whoever takes such gives it a book `aside`.
 */
export function readSlab(
  bytes: Uint8Array,
  into: HistoryBook,
  taking: SlabTaking,
): Result<SlabCount, SealRefusal> {
  const body = unseal(SLAB, bytes)
  if (!body.ok) return body
  const from = byteReader(body.value)
  const [fine, coarse] = [from.varint(), from.varint()]
  let name = ''
  let series = 0
  let bins = 0
  while (!from.isAtEnd() && !from.isBroken()) {
    const shared = from.varint()
    name = name.slice(0, shared) + from.text()
    const history: History | null = taking.wants(name) ? into.open(name) : null
    bins += readBins(from, fine, history?.fine ?? null, taking)
    bins += readBins(from, coarse, history?.coarse ?? null, taking)
    if (history !== null) series++
  }
  return from.isBroken() ? err({ kind: 'damaged' }) : ok({ series, bins })
}
