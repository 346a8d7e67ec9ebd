import { err, ok, type Result } from '#src/domain/result.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { type BinRing, ELSEWHERE } from './binRing.ts'
import { type ByteReader, byteReader } from './byteReader.ts'
import { byteWriter } from './byteWriter.ts'
import { COARSE, FINE, type History } from './history.ts'
import type { HistoryBook } from './historyBook.ts'
import { emptyRows, putRows, type Rows, takeRows } from './rows.ts'
import { type SealKind, type SealRefusal, seal, unseal } from './seal.ts'
import { namesReader, writeNames } from './slabNames.ts'
import { readRun, writeRun } from './slabRun.ts'

/*
 * A slab: bins of many series as one blob. Under its seal: the numbers of the first fine and the first coarse bin; the
 * names of the series; then of each of them its fine bins and its coarse ones, in a row each (see `slabRun.ts`).
 */
const SLAB: SealKind = { letter: 'S', version: 2 }

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
  const [fines, coarses] = [emptyRows(FINE.bins), emptyRows(COARSE.bins)]
  const packed: string[] = []
  const runs = byteWriter(64 * names.length)
  for (const name of names) {
    const history = book.get(name)
    if (history === null) continue
    takeRows(history.fine, fine.first, fine.last, fines)
    takeRows(history.coarse, coarse.first, coarse.last, coarses)
    if (fines.length + coarses.length === 0) continue
    writeRun(runs, fines, fine.first)
    writeRun(runs, coarses, coarse.first)
    packed.push(name)
  }
  if (packed.length === 0) return null
  const out = byteWriter(runs.length() + 16 * packed.length)
  out.varint(fine.first)
  out.varint(coarse.first)
  writeNames(out, packed)
  out.bytes(runs.written())
  return seal(SLAB, out.written())
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

/** Puts a run of bins into a ring, and answers how many that were. */
function putRun(ring: BinRing, rows: Rows, { until, asElsewhere }: SlabTaking): number {
  rows.length = Math.min(rows.length, Math.max(0, Math.floor(until / ring.width) - rows.first + 1))
  let filled = 0
  for (let i = 0; i < rows.length; i++) {
    const count = rows.count[i] ?? 0
    if (count === 0) continue
    if (asElsewhere) rows.count[i] = count | ELSEWHERE
    filled++
  }
  if (filled > 0) putRows(ring, rows)
  return filled
}

/**
 * Puts the bins of slabs into a book, one slab with each call; a bin that is there already is kept if it counts more.
 * Bytes that are damaged, of another version or no slab at all are refused before anything is taken. Only bytes that were
 * made to deceive can turn out damaged later on: whoever takes such gives it a book `aside`. Names that were read are
 * remembered with their series, which must not be dropped from the book meanwhile.
 */
export function slabReader(
  into: HistoryBook,
  taking: SlabTaking,
): (bytes: Uint8Array) => Result<SlabCount, SealRefusal> {
  const [fines, coarses] = [emptyRows(FINE.bins), emptyRows(COARSE.bins)]
  const readNames = namesReader((name): History | null => (taking.wants(name) ? into.open(name) : null))

  const readRuns = (from: ByteReader): SlabCount => {
    const [fine, coarse] = [from.varint(), from.varint()]
    let [series, bins] = [0, 0]
    for (const history of readNames(from) ?? []) {
      readRun(from, fine, fines)
      readRun(from, coarse, coarses)
      if (history === null) continue
      bins += putRun(history.fine, fines, taking) + putRun(history.coarse, coarses, taking)
      series++
    }
    return { series, bins }
  }

  return (bytes) => {
    const body = unseal(SLAB, bytes)
    if (!body.ok) return body
    const from = byteReader(body.value)
    const count = readRuns(from)
    return from.isAtEnd() ? ok(count) : err({ kind: 'damaged' })
  }
}
