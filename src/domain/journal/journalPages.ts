import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type Bytes, type EpochMs, mebibytes } from '#src/domain/time/units.ts'
import { isEnd } from './addMoment.ts'
import { momentKey } from './momentOfRow.ts'
import { packedBytes, type PackedMoments, packMoments, unpackMoments } from './packedMoments.ts'
import { inOneSpan } from './plainMoments.ts'
import type { VerdictMoment } from './verdictMoment.ts'
import { type Droppable, wordsToDrop } from './wordsToDrop.ts'

/** The moments of each service, 2 MB in all, which only what stands now may exceed. */
export type JournalPages = {
  /** Oldest first. */
  of(service: string): readonly VerdictMoment[]
  /** When the newest moment began, and its key; null without any. */
  newest(service: string): { readonly at: EpochMs; readonly key: string } | null
  names(): readonly string[]
  /** `seen`: when anybody watched. Where that is too much others lose words, see `wordsToDrop`. */
  set(service: string, moments: readonly VerdictMoment[], seen: readonly SeenSpan[]): void
  /** Services that were set since the last time this was asked, those that lost words among them. */
  takeTouched(): ReadonlySet<string>
}

type Page = {
  readonly packed: PackedMoments
  readonly bytes: Bytes
  /** Of the newest. */
  readonly at: EpochMs
  readonly key: string
}

const MOST_BYTES: Bytes = mebibytes(2)

/** Without a word. */
export function journalPages(): JournalPages {
  const pages = new Map<string, Page>()
  let touched = new Set<string>()
  let bytes: Bytes = 0
  let droppable: Droppable[] = []

  const of = (service: string): readonly VerdictMoment[] => unpackMoments(pages.get(service)?.packed ?? [])
  const put = (service: string, moments: readonly VerdictMoment[]): void => {
    touched.add(service)
    bytes -= pages.get(service)?.bytes ?? 0
    pages.delete(service)
    const newest = moments.at(-1)
    if (newest === undefined || (moments.length === 1 && isEnd(newest))) return
    const packed = packMoments(moments)
    const page = { packed, bytes: packedBytes(packed), at: newest.at, key: momentKey(newest) }
    bytes += page.bytes
    pages.set(service, page)
  }
  const isOverfull = (): boolean => bytes > MOST_BYTES
  const nextToDrop = (seen: readonly SeenSpan[]): Droppable | null => {
    if (droppable.length === 0) {
      const packed = Array.from(pages, ([service, page]) => [service, page.packed] as const)
      droppable = wordsToDrop(packed, seen).toReversed()
    }
    return droppable.pop() ?? null
  }
  /** Unless another word came to stand before it, or it is the last one by now. */
  const drop = ({ service, at }: Droppable, seen: readonly SeenSpan[]): void => {
    const moments = of(service)
    const i = moments.findIndex((moment) => moment.at === at)
    const [last, moment] = [moments[i - 1], moments[i]]
    if (moment === undefined || i === moments.length - 1) return
    if (last === undefined || !inOneSpan(last, moment, seen)) put(service, moments.toSpliced(i, 1))
  }

  return {
    of,
    newest: (service) => pages.get(service) ?? null,
    names: () => [...pages.keys()],
    set(service, moments, seen) {
      put(service, moments)
      while (isOverfull()) {
        const next = nextToDrop(seen)
        if (next === null) return
        drop(next, seen)
      }
    },
    takeTouched() {
      const taken = touched
      touched = new Set()
      return taken
    },
  }
}
