import { type MarkBook, markBook } from '#src/domain/series/markBook.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'

/** For tests: when they take place. */
export const NOON: EpochMs = 1_795_176_000_000

/**
 * For tests: what the fleet names from a minute after noon on: `a:1.0`, pods with their versions, each started in the minute in which
 * it is named first unless `@-90` tells otherwise; before the first look, a day ago. `-` of a pod that does not answer yet.
 */
export type Look = readonly [minute: number, pods: string]

type Seen = { readonly pod: string; readonly version: string | null; readonly start: number | null }

const podsIn = (text: string): Seen[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [pod = '', told = ''] = word.split(':')
      const [version = '', start] = told.split('@')
      return {
        pod,
        version: version === '-' ? null : version,
        start: start === undefined ? null : Number(start),
      }
    })

/** For tests: lets a book see the pods of `orders` at each look. */
export function look(book: MarkBook, looks: readonly Look[]): void {
  const firstNamed = new Map<string, number>()
  for (const [i, [minute, text]] of looks.entries()) {
    const at = NOON + minutes(minute)
    const pods = podsIn(text)
    book.noteNamed([{ name: 'orders', pods: pods.map(({ pod }) => ({ name: pod })) }], at)
    for (const { pod, version, start } of pods) {
      const named = firstNamed.get(pod) ?? (i === 0 ? -1440 : minute)
      firstNamed.set(pod, named)
      if (version === null) continue
      book.note('orders', pod, {
        startedAt: NOON + minutes(start ?? named),
        version,
        versionFrom: 'build',
        at,
      })
    }
  }
}

/** For tests: a book that saw no more than that. */
export function booked(looks: readonly Look[]): MarkBook {
  const book = markBook()
  look(book, looks)
  return book
}

/** For tests: `b:1.1@5` for each pod that came with a deploy five minutes after noon, `b:1.0@5 back` where it came back. */
export const told = (book: MarkBook): string[] =>
  Array.from(book.arrivalsOf('orders'), ([pod, { mark, isReturn }]) => {
    const minute = (mark.at - NOON) / minutes(1)
    return `${pod}:${mark.version}@${minute}${isReturn ? ' back' : ''}`
  }).toSorted()
