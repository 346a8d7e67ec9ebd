import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { MOST_POINTS, pointsOf, spanAgo, spanWithin, splitSpan } from './span.ts'

describe('spanWithin', () => {
  it.each([
    { name: 'moves inwards to whole steps', from: 61, to: 239, step: 60, expected: { start: 120, end: 180 } },
    { name: 'keeps ends that are whole', from: 60, to: 240, step: 60, expected: { start: 60, end: 240 } },
    {
      name: 'has no moment between two steps',
      from: 61,
      to: 119,
      step: 60,
      expected: { start: 120, end: 60 },
    },
  ])('$name', ({ from, to, step, expected }) => {
    expect(spanWithin(from, to, step)).toEqual({ ...expected, step })
  })
})

it.each([
  { start: 0, end: 0, step: 60, points: 1 },
  { start: 0, end: 59, step: 60, points: 1 },
  { start: 0, end: 120, step: 60, points: 3 },
  { start: 120, end: 60, step: 60, points: 0 },
])('$start to $end each $step are $points moments', ({ points, ...span }) => {
  expect(pointsOf(span)).toBe(points)
})

it('has as many moments earlier', () => {
  expect(spanAgo({ start: 120, end: 240, step: 60 }, 33)).toEqual({ start: 87, end: 207, step: 60 })
})

describe('splitSpan', () => {
  it('splits four weeks at two minutes, which no server would answer at once', () => {
    const pieces = splitSpan(spanWithin(0, 28 * 86_400_000, minutes(2)))
    expect(pieces.map(pointsOf)).toEqual([11_000, 9161])
  })

  it('asks for every moment once, in order, and never for too many at once', () => {
    const numbers = fc.record({
      from: fc.integer({ min: 0, max: 1e6 }),
      length: fc.integer({ min: -100, max: 1e6 }),
      step: fc.integer({ min: 1, max: 1000 }),
      most: fc.integer({ min: -1, max: 20_000 }),
    })
    fc.assert(
      fc.property(numbers, ({ from, length, step, most }) => {
        const span = spanWithin(from, from + length, step)
        // A piece a point would be a million pieces.
        const pieces = splitSpan(span, Math.max(most, Math.ceil(pointsOf(span) / 50)))
        const moments = pieces.flatMap((piece) =>
          Array.from({ length: pointsOf(piece) }, (_, i) => piece.start + i * piece.step),
        )
        expect(moments).toHaveLength(pointsOf(span))
        expect(moments.every((at, i) => at === span.start + i * step)).toBe(true)
        expect(pieces.every((piece) => pointsOf(piece) <= MOST_POINTS)).toBe(true)
      }),
    )
  })
})
