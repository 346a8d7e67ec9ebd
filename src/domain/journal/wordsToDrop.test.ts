import { describe, expect, it } from 'vitest'
import { days, minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { packMoments, type PackedMoments } from './packedMoments.ts'
import { NIGHT } from './testing/journalRig.ts'
import { wordsToDrop } from './wordsToDrop.ts'

type Word = readonly [minute: number, light: Light]

const page = (...words: readonly Word[]): PackedMoments =>
  packMoments(words.map(([minute, light]) => ({ at: NIGHT + minutes(minute), light, reasons: [], pods: [] })))

const LATER = days(5) / minutes(1)

/** Which words go first, until none is left that may; each minute of `began` begins a span of watching. */
function order(all: Readonly<Record<string, readonly Word[]>>, ...began: readonly number[]): string[] {
  const left = new Map(Object.entries(all))
  const ends = [...began.slice(1), Math.max(...began) + 10]
  const seen = began.map((from, i) => ({
    from: NIGHT + minutes(from),
    to: NIGHT + minutes((ends[i] ?? 0) - 1),
  }))
  const gone: string[] = []
  for (;;) {
    const [next] = wordsToDrop(
      Array.from(left, ([name, words]) => [name, page(...words)] as const),
      seen,
    )
    if (next === undefined) return gone
    const at = (next.at - NIGHT) / minutes(1)
    gone.push(`${next.service} ${at}`)
    left.set(
      next.service,
      (left.get(next.service) ?? []).filter(([minute]) => minute !== at),
    )
  }
}

describe('words that are forgotten where there is too much', () => {
  it.each<{
    name: string
    pages: Readonly<Record<string, readonly Word[]>>
    began: number[]
    gone: string[]
  }>([
    { name: 'never what stands now', pages: { a: [[0, 'red']], b: [[5, 'green']] }, began: [0], gone: [] },
    {
      name: 'within a span from its beginning on, so that nothing lasts longer than it did',
      pages: {
        a: [
          [0, 'red'],
          [2, 'green'],
          [4, 'red'],
          [6, 'orange'],
        ],
      },
      began: [0],
      gone: ['a 0', 'a 2', 'a 4'],
    },
    {
      name: 'what was said again first, and that all was well before other lights',
      pages: {
        crash: [
          [0, 'red'],
          [10, 'red'],
          [20, 'red'],
        ],
        well: [
          [0, 'green'],
          [10, 'green'],
          [20, 'orange'],
        ],
      },
      began: [0, 10, 20],
      gone: ['well 10', 'crash 10', 'well 0', 'crash 0'],
    },
    {
      name: 'what is older than three days before what was said again of late',
      pages: {
        crash: [
          [0, 'red'],
          [LATER, 'green'],
        ],
        well: [
          [LATER, 'green'],
          [LATER + 10, 'green'],
          [LATER + 20, 'green'],
        ],
      },
      began: [0, LATER, LATER + 10, LATER + 20],
      gone: ['crash 0', `well ${LATER + 10}`, `well ${LATER}`],
    },
  ])('$name', ({ pages, began, gone }) => expect(order(pages, ...began)).toEqual(gone))
})
