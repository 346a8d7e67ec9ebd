import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { fetchPlan, SAMPLES_AN_ANSWER } from './fetchPlan.ts'
import { encodedLength } from './selector.ts'
import { MOST_POINTS, pointsOf, spanWithin } from './span.ts'

const NOW = 1_795_279_200_000
const NIGHT = spanWithin(NOW - hours(24), NOW, minutes(2))

const shape = (pieces: ReturnType<typeof fetchPlan>) =>
  pieces.map(({ names, span }) => [names.join(' '), pointsOf(span)])

describe('fetchPlan', () => {
  it.each([
    { name: 'nothing', metrics: [], expected: [] },
    {
      name: 'a few series in one query',
      metrics: [
        { name: 'a', series: 3 },
        { name: 'b', series: 3 },
      ],
      expected: [['a b', 721]],
    },
    {
      name: 'many series by name',
      metrics: [
        { name: 'a', series: 20 },
        { name: 'b', series: 20 },
        { name: 'c', series: 20 },
        { name: 'd', series: 1 },
      ],
      expected: [
        ['a b', 721],
        ['c d', 721],
      ],
    },
    {
      name: 'one name with too many series in time',
      metrics: [{ name: 'a', series: 100 }],
      expected: [
        ['a', 300],
        ['a', 300],
        ['a', 121],
      ],
    },
  ])('asks for $name', ({ metrics, expected }) => {
    expect(shape(fetchPlan(metrics, NIGHT))).toEqual(expected)
  })

  it('respects the limit of 11,000 points where the series are few', () => {
    const month = spanWithin(NOW - days(28), NOW, minutes(2))
    expect(shape(fetchPlan([{ name: 'a', series: 1 }], month))).toEqual([
      ['a', 11_000],
      ['a', 9161],
    ])
  })

  it('asks for every name over every moment once, in answers and URLs that are not too big', () => {
    const metrics = fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[a-z_]{1,80}$/),
        series: fc.integer({ min: 1, max: 400 }),
      }),
      { selector: ({ name }) => name, maxLength: 80 },
    )
    fc.assert(
      fc.property(metrics, (found) => {
        const pieces = fetchPlan(found, NIGHT)
        const seriesOf = new Map(found.map(({ name, series }) => [name, series]))
        const asked = new Map<string, number>()
        for (const { names, span } of pieces) {
          const points = pointsOf(span)
          const samples = names.reduce((sum, name) => sum + (seriesOf.get(name) ?? 0) * points, 0)
          expect(points).toBeLessThanOrEqual(MOST_POINTS)
          expect(samples).toBeLessThanOrEqual(SAMPLES_AN_ANSWER)
          expect(encodedLength(names.join('|'))).toBeLessThanOrEqual(3000)
          for (const name of names) asked.set(name, (asked.get(name) ?? 0) + points)
        }
        expect(asked).toEqual(new Map(found.map(({ name }) => [name, 721])))
      }),
    )
  })
})
