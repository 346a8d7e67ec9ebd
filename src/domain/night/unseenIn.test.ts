import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinSpans, lengthOf, outside, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { cutSpans } from './cutSpans.ts'
import { fewSpans } from './fewSpans.ts'
import { unseenIn } from './unseenIn.ts'

const at = (minute: number): EpochMs => 0 + minutes(minute)

/** Spans as minutes from and to. */
const spans = (...pairs: readonly (readonly [number, number])[]): SeenSpan[] =>
  pairs.map(([from, to]) => ({ from: at(from), to: at(to) }))

const NIGHT = { from: 0, to: at(60) }

describe('unseenIn', () => {
  const rows: readonly {
    name: string
    seen: readonly SeenSpan[]
    unwatched: readonly SeenSpan[]
    unseen: readonly SeenSpan[]
  }[] = [
    { name: 'seen all the time', seen: spans([0, 60]), unwatched: [], unseen: [] },
    { name: 'seen whenever anybody watched', seen: spans([0, 9]), unwatched: spans([9, 60]), unseen: [] },
    { name: 'never seen', seen: [], unwatched: [], unseen: [NIGHT] },
    {
      name: 'not seen before and after a gap: one time',
      seen: spans([0, 5], [30, 60]),
      unwatched: spans([10, 20]),
      unseen: spans([5, 30]),
    },
    {
      name: 'seen after the gap: until it began',
      seen: spans([0, 5], [20, 25], [30, 60]),
      unwatched: spans([10, 20]),
      unseen: spans([5, 10], [25, 30]),
    },
    {
      name: 'looks of twenty seconds that saw nothing of it, between gaps',
      seen: [],
      unwatched: Array.from({ length: 60 }, (_, i) => ({ from: at(i + 1 / 3), to: at(i + 1) })),
      unseen: spans([0, 59 + 1 / 3]),
    },
  ]
  for (const { name, seen, unwatched, unseen } of rows)
    it(name, () => expect(unseenIn(seen, unwatched, NIGHT)).toEqual(unseen))

  it('tells a hundred times at most, and covers all of them', () => {
    const seen = Array.from({ length: 600 }, (_, i) => ({ from: at(20 * i), to: at(20 * i + 10) + i }))
    const told = unseenIn(seen, [], { from: 0, to: at(12_000) })
    expect(told).toHaveLength(100)
    expect([told[0]?.from, told.at(-1)?.to]).toEqual([at(10), at(12_000)])
  })
})

const drawn = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 })), { maxLength: 12 })
  .map((pairs) =>
    joinSpans(
      pairs.map(([from, long]) => ({ from, to: from + long })),
      0,
    ),
  )

it('cuts as one span after the other is cut', () => {
  fc.assert(
    fc.property(drawn, drawn, (some, holes) => {
      expect(cutSpans(some, holes)).toEqual(some.flatMap((span) => outside(holes, span)))
    }),
  )
})

it('joins what is nearest, and no more than has to be', () => {
  expect(fewSpans(spans([0, 1], [3, 4], [5, 6], [9, 10]), 3)).toEqual(spans([0, 1], [3, 6], [9, 10]))
  fc.assert(
    fc.property(drawn, fc.integer({ min: 1, max: 6 }), (some, most) => {
      const few = fewSpans(some, most)
      expect(few).toHaveLength(Math.min(most, some.length))
      expect(lengthOf(few.flatMap((span) => outside(some, span)))).toBe(lengthOf(few) - lengthOf(some))
      expect(few).toEqual(joinSpans([...few, ...some], 0))
    }),
  )
})
