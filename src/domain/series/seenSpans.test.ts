import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { clipSpans, joinSpans, lengthOf, SEEN_GAP, type SeenSpan, spanAt, withMoment } from './seenSpans.ts'

/** A moment so many minutes after the first. */
const minute = (n: number): EpochMs => Number(minutes(n))

const spans = (...pairs: readonly (readonly [number, number])[]): readonly SeenSpan[] =>
  pairs.map(([from, to]) => ({ from: minute(from), to: minute(to) }))

describe('spans that somebody watched', () => {
  it.each([
    { name: 'begin with a moment', was: spans(), at: 3, is: spans([3, 3]) },
    { name: 'go on', was: spans([0, 3]), at: 4, is: spans([0, 4]) },
    { name: 'go on over ten minutes', was: spans([0, 3]), at: 13, is: spans([0, 13]) },
    { name: 'end with a longer gap', was: spans([0, 3]), at: 13.1, is: spans([0, 3], [13.1, 13.1]) },
    { name: 'hold a moment already', was: spans([0, 3]), at: 2, is: spans([0, 3]) },
    { name: 'hold an earlier one already', was: spans([0, 3], [30, 40]), at: 2, is: spans([0, 3], [30, 40]) },
    {
      name: 'get an earlier one',
      was: spans([0, 3], [60, 70]),
      at: 30,
      is: spans([0, 3], [30, 30], [60, 70]),
    },
    { name: 'grow together', was: spans([0, 3], [20, 40]), at: 12, is: spans([0, 40]) },
  ])('$name', ({ was, at, is }) => {
    expect(withMoment(was, minute(at))).toEqual(is)
  })

  it('are the same array where a moment is no news', () => {
    const was = spans([0, 3], [60, 70])
    expect([0, 2, 3, 60, 65, 70].every((at) => withMoment(was, minute(at)) === was)).toBe(true)
  })

  it('are cut to a stretch of time, and are as long as they are', () => {
    const cut = clipSpans(spans([0, 3], [20, 40], [50, 50], [60, 70]), { from: minute(3), to: minute(65) })
    expect(cut).toEqual(spans([20, 40], [60, 65]))
    expect(lengthOf(cut)).toBe(minutes(25))
    expect(lengthOf([])).toBe(0)
  })

  it('are the same in whatever order their moments come', () => {
    const times = fc.array(fc.integer({ min: 0, max: minutes(300) }), { maxLength: 40 })
    fc.assert(
      fc.property(times, fc.constantFrom(SEEN_GAP, seconds(30), 0), (moments, gap) => {
        const live = moments.reduce<readonly SeenSpan[]>((spans, at) => withMoment(spans, at, gap), [])
        const joined = joinSpans(
          moments.map((at) => ({ from: at, to: at })),
          gap,
        )
        expect(live).toEqual(joined)
        expect(joinSpans([...live, ...live], gap)).toEqual(live)
        expect(moments.every((at) => spanAt(live, at) !== null)).toBe(true)
        const gaps = live.slice(1).map(({ from }, i) => from - (live[i]?.to ?? 0))
        expect(gaps.every((apart) => apart > gap)).toBe(true)
      }),
    )
  })
})
