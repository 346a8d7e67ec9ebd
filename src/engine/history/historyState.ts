import type { HistoryBook } from '#src/domain/series/historyBook.ts'
import type { HistoryNotice } from '#src/domain/series/historyNotice.ts'
import type { Bytes, EpochMs } from '#src/domain/time/units.ts'

/** What a screen tells of the history. */
export type HistoryState = {
  /** When the oldest bin begins; null while nothing is remembered. */
  readonly from: EpochMs | null
  readonly series: number
  /** What is set aside for histories in memory. */
  readonly memory: Bytes
  /** Values that found no room there. */
  readonly refused: number
  /** What this page's origin has stored, as of the last hour; null where the browser does not say. */
  readonly stored: Bytes | null
  /** What is still so, the newest of each kind. */
  readonly notices: readonly HistoryNotice[]
}

/** The beginning of the oldest bin of all series; null while there is none. */
export function oldestIn(book: HistoryBook): EpochMs | null {
  let oldest = Infinity
  for (const name of book.names()) {
    const history = book.get(name)
    for (const ring of history === null ? [] : [history.fine, history.coarse])
      if (ring.newest !== -1) oldest = Math.min(oldest, ring.oldest * ring.width)
  }
  return oldest === Infinity ? null : oldest
}
