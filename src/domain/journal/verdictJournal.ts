import { clipSpans, joinSpans, type SeenSpan, spanAt, withMoment } from '#src/domain/series/seenSpans.ts'
import {
  type Bytes,
  days,
  type DurationMs,
  type EpochMs,
  hours,
  mebibytes,
  seconds,
} from '#src/domain/time/units.ts'
import { addMoment, isEnd } from './addMoment.ts'
import { joinMoments, momentBytes, since } from './journalPage.ts'
import { type JournalStretch, journalStretches } from './journalStretch.ts'
import { type JournalRow, momentKey, momentOfRow, rowKey } from './momentOfRow.ts'
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
  /** When anybody watched, oldest first. */
  seen(): readonly SeenSpan[]
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

type Page = {
  readonly moments: readonly VerdictMoment[]
  readonly bytes: Bytes
  /** Of the newest. */
  readonly key: string
}

type Waiting = { readonly row: JournalRow; readonly timeZone: string; readonly until: EpochMs }

const KEPT_FOR: DurationMs = days(28)
const MOST_BYTES: Bytes = mebibytes(2)

/** Time that nobody vouches for is a gap: a word on a pod holds for three of its intervals of five seconds and a time-out. */
const GAP: DurationMs = seconds(30)

/** By a clock that has not gone on for so long nothing is dropped: it may have leapt. What is too old waits as long. */
const BELIEVED_AFTER: DurationMs = hours(1)

/** A journal in which nothing is written. */
export function verdictJournal(): VerdictJournal {
  const pages = new Map<string, Page>()
  const waiting = new Map<string, Waiting>()
  let touched = new Set<string>()
  let seen: readonly SeenSpan[] = []
  let isUnseen = false
  let bytes: Bytes = 0

  const put = (service: string, moments: readonly VerdictMoment[]): void => {
    touched.add(service)
    bytes -= pages.get(service)?.bytes ?? 0
    pages.delete(service)
    const newest = moments.at(-1)
    if (newest === undefined || (moments.length === 1 && isEnd(newest))) return
    const page = { moments, bytes: momentBytes(moments), key: momentKey(newest) }
    bytes += page.bytes
    pages.set(service, page)
  }
  /** The service of which the most is kept, besides what stands now; null where nothing else is. */
  const largest = (): string | null => {
    let found: string | null = null
    let most = 0
    for (const [service, page] of pages) {
      if (page.moments.length === 1 || page.bytes <= most) continue
      most = page.bytes
      found = service
    }
    return found
  }
  const isOverfull = (): boolean => bytes > MOST_BYTES
  const set = (service: string, moments: readonly VerdictMoment[]): void => {
    put(service, moments)
    while (isOverfull()) {
      const full = largest()
      if (full === null) return
      put(full, pages.get(full)?.moments.slice(1) ?? [])
    }
  }
  const dropOld = (from: EpochMs): void => {
    for (const [service, { moments }] of pages) {
      const left = since(moments, seen, from)
      if (left !== moments) put(service, left)
    }
    seen = clipSpans(seen, { from, to: Infinity })
  }
  const see = (now: EpochMs): void => {
    const isNext = now > (seen.at(-1)?.to ?? -Infinity)
    seen = withMoment(seen, now, isUnseen && isNext ? 0 : GAP).slice(-MOST_SPANS)
    isUnseen = false
    const [first, last] = [seen[0], seen.at(-1)]
    if (first === undefined || last === undefined || last.to - last.from < BELIEVED_AFTER) return
    if (first.from < last.to - KEPT_FOR - BELIEVED_AFTER) dropOld(last.to - KEPT_FOR)
  }
  const write = (row: JournalRow, now: EpochMs, timeZone: string): void => {
    const was = pages.get(row.name)?.moments ?? []
    const { moments, waitsUntil } = addMoment(was, momentOfRow(row, now, timeZone), seen)
    if (waitsUntil === null) waiting.delete(row.name)
    else waiting.set(row.name, { row, timeZone, until: waitsUntil })
    if (moments !== was) set(row.name, moments)
  }
  const isNoted = (row: JournalRow, now: EpochMs): boolean => {
    const page = pages.get(row.name)
    const at = page?.moments.at(-1)?.at ?? Infinity
    return at <= now && (spanAt(seen, now)?.from ?? Infinity) <= at && page?.key === rowKey(row)
  }
  const stretches = (service: string): readonly JournalStretch[] =>
    journalStretches(pages.get(service)?.moments ?? [], seen)

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
      for (const { row, timeZone, until } of waiting.values()) if (now >= until) write(row, now, timeZone)
    },
    noteUnseen() {
      isUnseen = true
    },
    seen: () => seen,
    at(service, t) {
      const moment = pages.get(service)?.moments.findLast(({ at }) => at <= t)
      if (moment === undefined || isEnd(moment)) return null
      return (spanAt(seen, t)?.from ?? Infinity) <= moment.at ? moment : null
    },
    between: (service, from, to) =>
      stretches(service).flatMap((one) =>
        one.to < from || one.from > to
          ? []
          : [{ ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) }],
      ),
    knownSince: (service) => pages.get(service)?.moments.find((moment) => !isEnd(moment))?.at ?? null,
    forgetOthers(isKept, now) {
      for (const [service, { moments }] of pages) {
        const last = moments.at(-1)
        if (isKept(service) || last === undefined || isEnd(last)) continue
        write({ name: service, light: 'unknown', reasons: [], pods: [] }, now, 'UTC')
      }
    },
    takeTouched() {
      const taken = touched
      touched = new Set()
      return taken
    },
    save(service) {
      const page = pages.get(service)
      return page === undefined ? null : saveMoments(page.moments)
    },
    load(service, saved) {
      const read = readMoments(saved)
      if (read === null) return false
      set(service, joinMoments(pages.get(service)?.moments ?? [], read, seen))
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
