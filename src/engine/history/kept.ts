import type { HistoryBook } from '#src/domain/series/historyBook.ts'
import type { LightBook } from '#src/domain/series/lightBook.ts'
import type { MarkBook } from '#src/domain/series/markBook.ts'
import type { DriftStore } from '#src/domain/slope/driftStore.ts'
import type { SeriesOptions } from '#src/domain/slope/feed.ts'

/** What is remembered of a fleet, and kept from one session to the next. */
export type Kept = {
  readonly histories: HistoryBook
  readonly drifts: DriftStore
  readonly marks: MarkBook
  readonly lights: LightBook
}

/** What of a stored history is still of use. */
export type Wanted = {
  /** Series of pods that are in the fleet; stored ones of others are read over. */
  readonly wants: (name: string) => boolean
  /** How the slope of a series is judged by the values that are remembered of it; null where it is not judged. */
  readonly slope: (name: string) => SeriesOptions | null
}
