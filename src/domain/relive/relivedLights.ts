import type { VerdictMoment } from '#src/domain/journal/verdictMoment.ts'
import { lightBook } from '#src/domain/series/lightBook.ts'
import { type SeenSpan, SEEN_GAP, spanAt } from '#src/domain/series/seenSpans.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

type Told = { readonly at: EpochMs; readonly service: string; readonly light: Light }

/** Moments within the spans at which somebody is known to have watched, oldest first. */
function beatsOf(spans: readonly SeenSpan[]): EpochMs[] {
  return spans.flatMap(({ from, to }) => {
    const beats = Array.from({ length: Math.ceil((to - from) / SEEN_GAP) }, (_, i) => from + i * SEEN_GAP)
    return [...beats, to]
  })
}

/** What was lived through once more as a book of lights saves it; `spans`: when each service is known. */
export function relivedLights(
  moments: ReadonlyMap<string, readonly VerdictMoment[]>,
  spans: readonly SeenSpan[],
): unknown {
  const book = lightBook()
  const told = [...moments].flatMap(([service, all]) =>
    all.flatMap(({ at, light }): Told[] => (spanAt(spans, at) === null ? [] : [{ at, service, light }])),
  )
  const beats = beatsOf(spans)
  let next = 0
  for (const { at, service, light } of told.toSorted((a, b) => a.at - b.at)) {
    for (let beat = beats[next]; beat !== undefined && beat <= at; beat = beats[next]) {
      book.noteSeen(beat)
      next += 1
    }
    book.note(service, light, at)
  }
  for (const beat of beats.slice(next)) book.noteSeen(beat)
  return book.save()
}
