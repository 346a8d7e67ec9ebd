import { COARSE, FINE } from '#src/domain/series/history.ts'
import type { HistoryBook } from '#src/domain/series/historyBook.ts'
import { NO_TIME, packSlab, type SlabSpans } from '#src/domain/series/slab.ts'
import { packDrifts } from '#src/domain/slope/driftSnapshot.ts'
import type { DriftStore } from '#src/domain/slope/driftStore.ts'
import { days, type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { keyText, type RecordKey } from './recordKey.ts'
import { hourOf } from './shelf.ts'

/** Series in one record: packing them takes a few milliseconds. */
const PART = 750

type Records = ReadonlyMap<string, Uint8Array>

async function packParts(
  names: Iterable<string>,
  { kind, at }: Pick<RecordKey, 'kind' | 'at'>,
  pack: (names: readonly string[]) => Uint8Array | null,
  pause: () => Promise<void>,
): Promise<Records> {
  const all = [...names]
  const records = new Map<string, Uint8Array>()
  for (let from = 0; from < all.length; from += PART) {
    const packed = pack(all.slice(from, from + PART))
    if (packed !== null) records.set(keyText({ kind, at, part: records.size }), packed)
    await pause()
  }
  return records
}

const packSpans = (book: HistoryBook, spans: SlabSpans) => (names: readonly string[]) =>
  packSlab(book, names, spans)

/** What of the hour before is in a minute's record: that hour is stored as a whole a moment later, or never. */
const HOUR_BEFORE: DurationMs = minutes(10)

/**
 * The fine bins that something fell into since `from`, of the hour under way and of the minutes before it, and the coarse
 * ones of these hours.
 */
export function packMinute(book: HistoryBook, from: EpochMs, now: EpochMs, pause: () => Promise<void>) {
  const to = hourOf(now) + COARSE.width
  // The bin that was under way at that time is not what it was.
  const first = Math.floor(from / FINE.width) * FINE.width
  const fine = { from: Math.max(hourOf(now) - HOUR_BEFORE, first), to }
  const spans: SlabSpans = { fine, coarse: { from: hourOf(fine.from), to } }
  return packParts(book.names(), { kind: 'minute', at: now }, packSpans(book, spans), pause)
}

/** An hour in fine bins, and as the coarse one. */
export function packHour(book: HistoryBook, hour: EpochMs, pause: () => Promise<void>) {
  const span = { from: hour, to: hour + hours(1) }
  return packParts(
    book.names(),
    { kind: 'hour', at: hour },
    packSpans(book, { fine: span, coarse: span }),
    pause,
  )
}

/** A day in coarse bins. */
export function packDay(book: HistoryBook, day: EpochMs, pause: () => Promise<void>) {
  const spans: SlabSpans = { fine: NO_TIME, coarse: { from: day, to: day + days(1) } }
  return packParts(book.names(), { kind: 'day', at: day }, packSpans(book, spans), pause)
}

/** All that the drift test knows. */
export function packAllDrifts(drifts: DriftStore, pause: () => Promise<void>) {
  const pack = (names: readonly string[]): Uint8Array => packDrifts(drifts, names)
  return packParts(drifts.names(), { kind: 'drifts', at: 0 }, pack, pause)
}
