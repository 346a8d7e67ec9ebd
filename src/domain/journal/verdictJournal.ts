import { clipSpans, joinSpans, type SeenSpan, spanAt, withMoment } from '#src/domain/series/seenSpans.ts'
import { days, type DurationMs, type EpochMs, hours, seconds } from '#src/domain/time/units.ts'
import { addMoment, isEnd } from './addMoment.ts'
import { filledWords, type FilledWords, piecesOutside } from './filledWords.ts'
import { joinMoments, since } from './journalPage.ts'
import { journalPages } from './journalPages.ts'
import { journalPieces, type JournalStretch, journalStretches } from './journalStretch.ts'
import { type JournalRow, momentOfRow, rowKey } from './momentOfRow.ts'
import { MOST_SPANS, readMoments, readSpans, saveMoments, saveSpans } from './savedMoments.ts'
import type { VerdictMoment } from './verdictMoment.ts'

/**
 * How each service stood when, in the words of that time: 28 days of it, at most 200 moments a service and 2 MB in all,
 * which only what stands now may exceed. A browser that is closed notes nothing; what happened then is not made up.
 *
 * Words are kept as they were said when a service began to stand so: numbers that move afterwards are told by histories.
 */
export type VerdictJournal = {
  /**
   * Takes in how a service stands. To be told whenever its row is another, but not while the dashboard is blind: only what
   * changes takes room, see `addMoment`. `timeZone`: an IANA name, for the clock times in its words.
   */
  note(row: JournalRow, now: EpochMs, timeZone: string): void
  /** Somebody watches at `now`. Costs nothing to speak of. */
  noteSeen(now: EpochMs): void
  /** Nobody watches until the next word, as while the dashboard is blind: that is a gap, however short. */
  noteUnseen(): void
  /** When this browser watched, oldest first. */
  seen(): readonly SeenSpan[]
  /**
   * Takes in words from elsewhere, see `FilledWords`. What this browser saw itself goes before them, also where it is loaded
   * later.
   */
  fill(service: string, moments: readonly VerdictMoment[], spans: readonly SeenSpan[]): void
  /** When it is known from elsewhere how a service stood, or without a name any of them. Oldest first. */
  filled(service?: string): readonly SeenSpan[]
  /** Where these words are kept, to be stored beside the journal. */
  readonly elsewhere: Pick<FilledWords, 'takeTouched' | 'save' | 'load'>
  /** Every service that anything is known of, also where the fleet names it no more. */
  names(): readonly string[]
  /** How a service stood at `t`; null where nobody watched it, and where that is not known any more. */
  at(service: string, t: EpochMs): VerdictMoment | null
  /** How it stood within `[from, to]`, oldest first; of each stretch what lies within. */
  between(service: string, from: EpochMs, to: EpochMs): readonly JournalStretch[]
  /** The oldest moment of a service that is known; null without any. */
  knownSince(service: string): EpochMs | null
  /** Services that are not kept are not watched any more from `now` on; what is known of them goes with its age. */
  forgetOthers(isKept: (service: string) => boolean, now: EpochMs): void
  /** Services that something was noted of since the last time this was asked, those that were dropped among them. */
  takeTouched(): ReadonlySet<string>
  /** What is known of a service as a value that JSON can hold; null where nothing is. */
  save(service: string): unknown
  /** Adds what `save` gave, here or elsewhere; the spans of watching first. False, and nothing is taken, for any other value. */
  load(service: string, saved: unknown): boolean
  saveSeen(): unknown
  loadSeen(saved: unknown): boolean
}

type Waiting = {
  readonly row: JournalRow
  readonly timeZone: string
  readonly from: EpochMs
  readonly until: EpochMs
}

const KEPT_FOR: DurationMs = days(28)

/** Time that nobody vouches for is a gap: a word on a pod holds for three of its intervals of five seconds and a time-out. */
const GAP: DurationMs = seconds(30)

/** By a clock that has not gone on for so long nothing is dropped: it may have leapt. What is too old waits as long. */
const BELIEVED_AFTER: DurationMs = hours(1)

/** A journal in which nothing is written. */
export function verdictJournal(): VerdictJournal {
  const pages = journalPages()
  const waiting = new Map<string, Waiting>()
  const doubtsOf = new Map<string, readonly SeenSpan[]>()
  const elsewhere = filledWords()
  let seen: readonly SeenSpan[] = []
  let isUnseen = false

  const dropOld = (from: EpochMs): void => {
    for (const service of pages.names()) {
      const moments = pages.of(service)
      const left = since(moments, seen, from)
      if (left !== moments) pages.set(service, left, seen)
    }
    seen = clipSpans(seen, { from, to: Infinity })
    elsewhere.dropBefore(from)
  }
  const see = (now: EpochMs): void => {
    const isNext = now > (seen.at(-1)?.to ?? -Infinity)
    seen = withMoment(seen, now, isUnseen && isNext ? 0 : GAP).slice(-MOST_SPANS)
    isUnseen = false
    const [first, last] = [seen[0], seen.at(-1)]
    if (first === undefined || last === undefined || last.to - last.from < BELIEVED_AFTER) return
    const oldest = Math.min(first.from, elsewhere.oldest())
    if (oldest < last.to - KEPT_FOR - BELIEVED_AFTER) dropOld(last.to - KEPT_FOR)
  }
  const write = (row: JournalRow, now: EpochMs, timeZone: string): void => {
    const was = pages.of(row.name)
    const next = momentOfRow(row, now, timeZone)
    const { moments, waitsUntil, doubts } = addMoment(was, next, seen, doubtsOf.get(row.name))
    if (doubts.length === 0) doubtsOf.delete(row.name)
    else doubtsOf.set(row.name, doubts)
    if (waitsUntil === null) waiting.delete(row.name)
    else waiting.set(row.name, { row, timeZone, from: now, until: waitsUntil })
    if (moments !== was) pages.set(row.name, moments, seen)
  }
  /** What waits holds for as long as it was watched; after a gap it has to be said anew. */
  const writeWaiting = (now: EpochMs): void => {
    for (const [service, { row, timeZone, from, until }] of waiting) {
      if ((spanAt(seen, now)?.from ?? Infinity) > from) waiting.delete(service)
      else if (now >= until) write(row, now, timeZone)
    }
  }
  const isNoted = (row: JournalRow, now: EpochMs): boolean => {
    const newest = pages.newest(row.name)
    const at = newest?.at ?? Infinity
    return at <= now && (spanAt(seen, now)?.from ?? Infinity) <= at && newest?.key === rowKey(row)
  }
  const stretches = (service: string): readonly JournalStretch[] => {
    const own = journalPieces(pages.of(service), seen)
    const filled = piecesOutside(elsewhere.pieces(service), seen)
    return journalStretches(
      filled.length === 0 ? own : [...own, ...filled].toSorted((a, b) => a.from - b.from),
    )
  }
  const filledAt = (service: string, t: EpochMs): VerdictMoment | null =>
    elsewhere.pieces(service).find(({ from, to }) => from <= t && t < to)?.moment ?? null

  return {
    note(row, time, timeZone) {
      if (!Number.isFinite(time)) return
      const now = Math.floor(time)
      see(now)
      if (isNoted(row, now)) waiting.delete(row.name)
      else write(row, now, timeZone)
    },
    noteSeen(time) {
      if (!Number.isFinite(time)) return
      const now = Math.floor(time)
      see(now)
      writeWaiting(now)
    },
    noteUnseen() {
      isUnseen = true
    },
    seen: () => seen,
    fill: (service, moments, spans) => elsewhere.fill(service, moments, spans),
    filled: (service) => elsewhere.spans(service),
    elsewhere,
    names: () => [...new Set([...pages.names(), ...elsewhere.names()])],
    at(service, t) {
      const span = spanAt(seen, t)
      if (span === null) return filledAt(service, t)
      const moment = pages.of(service).findLast(({ at }) => at <= t)
      return moment === undefined || isEnd(moment) || moment.at < span.from ? null : moment
    },
    between: (service, from, to) =>
      stretches(service).flatMap((one) =>
        one.to < from || one.from > to
          ? []
          : [{ ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) }],
      ),
    knownSince: (service) => {
      const own = pages.of(service).find((moment) => !isEnd(moment))?.at ?? Infinity
      const first = Math.min(own, elsewhere.pieces(service)[0]?.from ?? Infinity)
      return first === Infinity ? null : first
    },
    forgetOthers(isKept, now) {
      for (const service of pages.names()) {
        const last = isKept(service) ? undefined : pages.of(service).at(-1)
        if (last === undefined || isEnd(last)) continue
        write({ name: service, light: 'unknown', reasons: [], pods: [] }, now, 'UTC')
      }
    },
    takeTouched: () => pages.takeTouched(),
    save(service) {
      const moments = pages.of(service)
      return moments.length === 0 ? null : saveMoments(moments)
    },
    load(service, saved) {
      const read = readMoments(saved)
      if (read === null) return false
      pages.set(service, joinMoments(pages.of(service), read, seen), seen)
      return true
    },
    saveSeen: () => saveSpans(seen),
    loadSeen(saved) {
      const read = readSpans(saved)
      if (read === null) return false
      const [first] = seen
      // A reload that takes no longer than a word holds is no gap.
      const until = first === undefined ? read : withMoment(read, first.from, GAP)
      seen = joinSpans([...until, ...seen], 0).slice(-MOST_SPANS)
      return true
    },
  }
}
