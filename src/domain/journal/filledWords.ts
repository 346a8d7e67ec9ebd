import { clipSpans, joinSpans, outside, type SeenSpan, spanAt } from '#src/domain/series/seenSpans.ts'
import { type Bytes, type EpochMs, mebibytes } from '#src/domain/time/units.ts'
import { type JournalPiece, journalPieces } from './journalStretch.ts'
import { packedBytes } from './packedMoments.ts'
import { MOST_MOMENTS, plainMoments } from './plainMoments.ts'
import { type FilledPage, readFilled, saveFilled } from './savedFilled.ts'
import { MOST_SPANS } from './savedMoments.ts'
import type { VerdictMoment } from './verdictMoment.ts'

/**
 * How services stood when this browser did not watch, as somebody else can tell: at most 200 words a service and 1 MB in all.
 * Kept apart from what was seen here, which always goes first.
 */
export type FilledWords = {
  /**
   * Takes in how a service stood within `spans`: moments oldest first, of which each stands until the next one or until its
   * span ends. What was told of these spans before is forgotten; moments outside of them are left out.
   */
  fill(service: string, moments: readonly VerdictMoment[], spans: readonly SeenSpan[]): void
  /** When it is known how a service stood, or without a name any of them. Oldest first. */
  spans(service?: string): readonly SeenSpan[]
  /** How it stood, oldest first. Grey is told as any other light. */
  pieces(service: string): readonly JournalPiece[]
  names(): Iterable<string>
  /** When the first span begins; Infinity without any. */
  oldest(): EpochMs
  dropBefore(from: EpochMs): void
  /** Services that something was noted of since the last time this was asked, those that were dropped among them. */
  takeTouched(): ReadonlySet<string>
  /** What is known of a service as a value that JSON can hold; null where nothing is. */
  save(service: string): unknown
  /** Adds what `save` gave, for times that nothing is known of yet. False, and nothing is taken, for any other value. */
  load(service: string, saved: unknown): boolean
}

const MOST_BYTES: Bytes = mebibytes(1)
const EMPTY: FilledPage = { pieces: [], spans: [] }

/** A page with what it takes. */
type Kept = FilledPage & { readonly bytes: Bytes }

const bytesOf = (pieces: readonly JournalPiece[]): Bytes => packedBytes(pieces.map(({ moment }) => moment))

const partOf = ({ moment }: JournalPiece, { from, to }: SeenSpan): JournalPiece => ({ moment, from, to })

/** What of a piece lies outside of the times that this browser watched itself. */
export const piecesOutside = (
  pieces: readonly JournalPiece[],
  seen: readonly SeenSpan[],
): readonly JournalPiece[] =>
  pieces.flatMap((piece) => outside(seen, piece).map((span) => partOf(piece, span)))

/** Two pages as one: where both tell of a time the newer one counts. */
function layOver(older: FilledPage, newer: FilledPage): FilledPage {
  const pieces = [...piecesOutside(older.pieces, newer.spans), ...newer.pieces]
  return {
    pieces: pieces.toSorted((a, b) => a.from - b.from).slice(-MOST_MOMENTS),
    spans: joinSpans([...older.spans, ...newer.spans], 0).slice(-MOST_SPANS),
  }
}

const isSpan = ({ from, to }: SeenSpan): boolean => Number.isFinite(from) && Number.isFinite(to) && from < to

function pageOf(moments: readonly VerdictMoment[], given: readonly SeenSpan[]): FilledPage {
  const whole = given.map(({ from, to }) => ({ from: Math.floor(from), to: Math.floor(to) }))
  const spans = joinSpans(whole.filter(isSpan), 0)
  const told = moments
    .map((moment) => ({ ...moment, at: Math.floor(moment.at) }))
    .filter(({ at }) => spanAt(spans, at) !== null)
    .toSorted((a, b) => a.at - b.at)
  const pieces = journalPieces(plainMoments(told, spans), spans)
  return { pieces: pieces.filter(({ from, to }) => from < to), spans }
}

/** Without a word. */
export function filledWords(): FilledWords {
  const pages = new Map<string, Kept>()
  let touched = new Set<string>()
  let bytes: Bytes = 0

  const keep = (service: string, page: Kept): void => {
    touched.add(service)
    bytes -= pages.get(service)?.bytes ?? 0
    pages.delete(service)
    if (page.spans.length === 0) return
    bytes += page.bytes
    pages.set(service, page)
  }
  const put = (service: string, { pieces, spans }: FilledPage): void =>
    keep(service, { pieces, spans, bytes: bytesOf(pieces) })
  /** The oldest word of the service of which the most is known; its time is then one in which it was not seen. */
  const dropOldest = (): void => {
    const [service, page] = [...pages].reduce((a, b) => (a[1].bytes >= b[1].bytes ? a : b))
    const less = page.bytes - bytesOf(page.pieces.slice(0, 1))
    keep(service, { ...page, pieces: page.pieces.slice(1), bytes: less })
  }
  const isOverfull = (): boolean => bytes > MOST_BYTES
  const set = (service: string, page: FilledPage): void => {
    put(service, page)
    while (isOverfull()) dropOldest()
  }

  return {
    fill: (service, moments, spans) => {
      const page = pageOf(moments, spans)
      if (page.spans.length > 0) set(service, layOver(pages.get(service) ?? EMPTY, page))
    },
    spans: (service) =>
      service === undefined
        ? joinSpans(
            [...pages.values()].flatMap((page) => page.spans),
            0,
          )
        : (pages.get(service)?.spans ?? []),
    pieces: (service) => pages.get(service)?.pieces ?? [],
    names: () => pages.keys(),
    oldest: () => [...pages.values()].reduce((at, { spans }) => Math.min(at, spans[0]?.from ?? at), Infinity),
    dropBefore(from) {
      const kept = { from, to: Infinity }
      for (const [service, { pieces, spans }] of pages) {
        if ((spans[0]?.from ?? from) >= from) continue
        put(service, {
          pieces: pieces.flatMap((piece) => clipSpans([piece], kept).map((span) => partOf(piece, span))),
          spans: clipSpans(spans, kept),
        })
      }
    },
    takeTouched() {
      const taken = touched
      touched = new Set()
      return taken
    },
    save(service) {
      const page = pages.get(service)
      return page === undefined ? null : saveFilled(page)
    },
    load(service, saved) {
      const read = readFilled(saved)
      if (read === null) return false
      set(service, layOver(read, pages.get(service) ?? EMPTY))
      return true
    },
  }
}
