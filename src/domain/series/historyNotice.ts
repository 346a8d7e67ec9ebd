import type { EpochMs } from '#src/domain/time/units.ts'

/** Why histories are kept in memory only. */
export type StoreTrouble =
  /** The browser has none, or refuses it to this page (private windows, blocked cookies). */
  | 'refused'
  /** It was written by a later build. */
  | 'newer-version'
  /** It was deleted, or the browser closed it. */
  | 'lost'
  /** It does not answer. */
  | 'hangs'
  /** It answers with an error. */
  | 'fails'

/** What a person should know of the stored history. */
export type HistoryNotice =
  /** Nothing is stored until further notice: a reload loses what is seen from now on. */
  | {
      readonly kind: 'memory-only'
      readonly why: StoreTrouble
      readonly detail: string
      readonly at: EpochMs
    }
  /** It is stored again. */
  | { readonly kind: 'stored-again'; readonly at: EpochMs }
  /** The disk or the browser's share of it is full: so many hours in fine steps and days in coarse ones were given up. */
  | {
      readonly kind: 'storage-full'
      readonly hours: number
      readonly days: number
      /** Even so nothing can be stored for now. */
      readonly paused: boolean
      readonly at: EpochMs
    }
  /** So many records tell nothing; all but the unreadable ones, which may be better tomorrow, are gone. */
  | {
      readonly kind: 'records-unusable'
      readonly why: 'damaged' | 'other-version' | 'unreadable'
      readonly records: number
      readonly at: EpochMs
    }
