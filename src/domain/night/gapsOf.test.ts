import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinSpans, lengthOf, outside, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { gapsOf } from './gapsOf.ts'

const at = (minute: number): EpochMs => 0 + minutes(minute)

/** Spans as minutes from and to. */
const spans = (...pairs: readonly (readonly [number, number])[]): SeenSpan[] =>
  pairs.map(([from, to]) => ({ from: at(from), to: at(to) }))

const NIGHT = { from: 0, to: at(60) }

/** Watched from one minute to the next, but for so much at the end of each. */
const holey = (count: number, hole: number): SeenSpan[] =>
  Array.from({ length: count }, (_, i) => ({ from: at(i), to: at(i + 1) - seconds(hole) }))

describe('gapsOf', () => {
  const rows: readonly { name: string; watched: readonly SeenSpan[]; gaps: readonly SeenSpan[] }[] = [
    { name: 'watched all the time', watched: spans([0, 60]), gaps: [] },
    { name: 'never watched', watched: [], gaps: [NIGHT] },
    { name: 'watched before and after it only', watched: spans([-5, 0], [60, 70]), gaps: [NIGHT] },
    { name: 'a gap of 40 minutes', watched: spans([0, 10], [50, 60]), gaps: spans([10, 50]) },
    { name: 'in any order', watched: spans([50, 60], [0, 10], [5, 12]), gaps: spans([12, 50]) },
    { name: 'at its beginning and its end', watched: spans([5, 50]), gaps: spans([0, 5], [50, 60]) },
    { name: 'half a minute', watched: spans([0, 10], [10.5, 60]), gaps: spans([10, 10.5]) },
    { name: 'a reload', watched: spans([0, 10], [10.49, 60]), gaps: [] },
    {
      name: 'two reloads of twenty seconds',
      watched: spans([0, 10], [10.34, 12], [12.34, 60]),
      gaps: [],
    },
    {
      name: 'many small holes, from the first to the last one',
      watched: [...holey(20, 20), ...spans([20, 60])],
      gaps: [{ from: at(2 / 3), to: at(20) }],
    },
    {
      name: 'many small holes that are far apart',
      watched: spans([0, 5], [5.4, 10], [10.4, 15], [15.4, 20], [20.4, 25], [25.4, 30], [30.4, 60]),
      gaps: [],
    },
    {
      name: 'two holes of more than a minute within ten',
      watched: spans([0, 5], [6.1, 10], [11.1, 60]),
      gaps: spans([5, 11.1]),
    },
    {
      name: 'small holes beside a long gap: each for itself',
      watched: spans([0, 5], [5.4, 30], [40, 60]),
      gaps: spans([30, 40]),
    },
  ]
  for (const { name, watched, gaps } of rows) {
    it(name, () => expect(gapsOf(watched, NIGHT)).toEqual(gaps))
  }

  it('passes over little: of any ten minutes at most two', () => {
    const time = fc.integer({ min: 0, max: 3600 })
    const any = fc.array(fc.tuple(time, fc.integer({ min: 1, max: 120 })), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 59 }), (parts, first) => {
        const watched = parts.map(([from, long]) => ({ from: at(from / 60), to: at((from + long) / 60) }))
        const told = gapsOf(watched, NIGHT)
        const within = { from: at(first), to: Math.min(NIGHT.to, at(first + 10)) }
        if (told.length === 1 && told[0]?.from === 0 && told[0].to === NIGHT.to) return
        const missed = outside(joinSpans([...watched, ...told], 0), within)
        expect(lengthOf(missed)).toBeLessThanOrEqual(minutes(2))
        for (const gap of told) expect(gap.from).toBeLessThan(gap.to)
      }),
    )
  })
})
