import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { type ChartPoint, forecastOf, shownUntil } from './forecastOf.ts'
import { CHART_NOW as NOW, driftTo160, historyOf } from './testing/historyOf.ts'

const drifting = (own: Parameters<typeof driftTo160>[0] = {}, bound: number | null = 160) =>
  historyOf([90, 100], { bound, slope: driftTo160(own) })

/** In hours from now. */
const told = (points: readonly ChartPoint[]): readonly (readonly [number, number])[] =>
  points.map(([at, value]) => [(at - NOW) / hours(1), Math.round(value * 10) / 10])

const SPAN = { from: NOW - hours(24), to: NOW }

describe('shownUntil', () => {
  it.each([
    {
      name: 'to the end of the interval in which the bound is reached',
      histories: [drifting({ reachedBetween: [NOW, NOW + hours(7)] })],
      expected: 7,
    },
    { name: 'at most a third of the span', histories: [drifting()], expected: 8 },
    {
      name: 'to the moment itself where the interval is open',
      histories: [drifting({ reachedBetween: [NOW, null] })],
      expected: 6,
    },
    {
      name: 'to the latest of several',
      histories: [drifting({ reachedBetween: [NOW, NOW + hours(2)] }), drifting({ reachedBetween: null })],
      expected: 6,
    },
    {
      name: 'not ahead where nothing drifts',
      histories: [historyOf([1]), drifting({ isDrift: false })],
      expected: 0,
    },
    { name: 'not ahead without a bound', histories: [drifting({}, null)], expected: 0 },
    { name: 'not ahead where the bound is reached', histories: [drifting({ reachedAt: NOW })], expected: 0 },
    { name: 'not ahead of nothing', histories: [], expected: 0 },
  ])('$name', ({ histories, expected }) => {
    expect((shownUntil(histories, SPAN) - NOW) / hours(1)).toBe(expected)
  })
})

describe('forecastOf', () => {
  const rows = [
    {
      name: 'runs to the bound, its band to both ends of the interval',
      history: drifting(),
      until: 20,
      line: [
        [0, 100],
        [6, 160],
      ],
      band: [
        [0, 100],
        [4, 160],
        [12, 160],
      ],
    },
    {
      name: 'ends with the picture',
      history: drifting(),
      until: 3,
      line: [
        [0, 100],
        [3, 130],
      ],
      band: [
        [0, 100],
        [3, 145],
        [3, 115],
      ],
    },
    {
      name: 'follows the bound where only the fast edge has arrived',
      history: drifting(),
      until: 8,
      line: [
        [0, 100],
        [6, 160],
      ],
      band: [
        [0, 100],
        [4, 160],
        [8, 160],
        [8, 140],
      ],
    },
    {
      name: 'may stay where it is where the interval is open',
      history: drifting({ reachedBetween: [NOW + hours(4), null] }),
      until: 8,
      line: [
        [0, 100],
        [6, 160],
      ],
      band: [
        [0, 100],
        [4, 160],
        [8, 160],
        [8, 100],
      ],
    },
    {
      name: 'has no band where nothing is known of it',
      history: drifting({ reachedBetween: null }),
      until: 8,
      line: [
        [0, 100],
        [6, 160],
      ],
      band: [],
    },
  ]
  for (const { name, history, until, line, band } of rows) {
    it(name, () => {
      const forecast = forecastOf(history, NOW + hours(until))
      expect(told(forecast?.line ?? [])).toEqual(line)
      expect(told(forecast?.band ?? [])).toEqual(band)
    })
  }

  it.each([
    { name: 'a picture that ends before', history: drifting(), until: 0 },
    { name: 'what does not drift', history: drifting({ isDrift: false }), until: 8 },
    { name: 'a bound out of sight', history: drifting({ reachedAt: null }), until: 8 },
    { name: 'no slope', history: historyOf([1], { bound: 9 }), until: 8 },
  ])('is none of $name', ({ history, until }) => {
    expect(forecastOf(history, NOW + hours(until))).toBeNull()
  })

  it('never leaves the room between where it begins, the bound and the end of the picture', () => {
    const hour = fc.integer({ min: 1, max: 100 })
    fc.assert(
      fc.property(hour, hour, fc.option(hour), hour, (at, early, late, until) => {
        const reachedBetween = [NOW + hours(early), late === null ? null : NOW + hours(late)] as const
        const forecast = forecastOf(
          drifting({ reachedAt: NOW + hours(at), reachedBetween }),
          NOW + hours(until),
        )
        for (const [x, y] of told([...(forecast?.line ?? []), ...(forecast?.band ?? [])])) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(until)
          expect(y).toBeGreaterThanOrEqual(100)
          expect(y).toBeLessThanOrEqual(160)
        }
      }),
    )
  })
})
