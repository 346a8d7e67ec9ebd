import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyHistory, historyBetween, remember } from '#src/domain/series/history.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { type Assessment, assessSeries } from './assessment.ts'
import { explainFit, type FitExplanation, type PointUse } from './explainFit.ts'
import type { SeriesOptions } from './feed.ts'
import { fedSeries, samplesOf, START } from './testing/handMade.ts'
import { seededRandom } from './testing/random.ts'

type Story = {
  readonly valueAt: (hour: number) => number
  readonly lasting: number
  readonly restarts?: readonly number[]
  readonly limit?: number
}

type Told = FitExplanation & { readonly assessment: Assessment }

/** What is told of a story of which the series and a history were told the same. */
function told({ valueAt, lasting, restarts = [], limit }: Story): Told {
  const options: SeriesOptions = { kind: 'gauge', limit }
  const samples = samplesOf(valueAt, lasting)
  const starts = restarts.map((hour) => START + hours(hour))
  const series = fedSeries(samples, options, starts)
  const history = emptyHistory()
  for (const { t, v } of samples) remember(history, t, v)
  const bins = historyBetween(history, 0, Infinity)
  return { ...explainFit(series, options, bins, starts), assessment: assessSeries(series, options) }
}

/** The hours that each use is told of: begin and end of each run of it. */
function runsOf({ points }: FitExplanation): (readonly [PointUse, number, number])[] {
  const runs: [PointUse, number, number][] = []
  for (const { t, use } of points) {
    const hour = (t - START) / hours(1)
    const last = runs.at(-1)
    if (last === undefined || last[0] !== use) runs.push([use, hour, hour])
    else last[2] = hour
  }
  return runs.map(([use, from, to]) => [use, Math.round(from * 100) / 100, Math.round(to * 100) / 100])
}

const noise = (): ((size: number) => number) => {
  const random = seededRandom(23, 'explainFit')
  return (size) => size * random.normal()
}
const draw = noise()
/** Memory that leaks, and begins anew at each of these hours. */
const leakSince =
  (...starts: readonly number[]) =>
  (h: number): number =>
    600 + 30 * (h - Math.max(0, ...starts.filter((start) => start <= h))) + draw(2)
const flat = (): number => 100 + draw(1)

describe('which samples a fit rests on', () => {
  const rows: readonly (Story & { name: string; runs: readonly (readonly [PointUse, number, number])[] })[] =
    [
      { name: 'nothing', valueAt: () => Number.NaN, lasting: 1, runs: [] },
      { name: 'too few for a line', valueAt: flat, lasting: 0.05, runs: [['outside', 0, 0.03]] },
      {
        name: 'the last two and a half hours of a few, as far as their bins are closed',
        valueAt: flat,
        lasting: 4.01,
        runs: [
          ['outside', 0, 1.47],
          ['used', 1.5, 3.97],
          ['outside', 4, 4],
        ],
      },
      {
        name: 'a drift: the longest window that lies in it',
        valueAt: leakSince(),
        lasting: 30.51,
        runs: [
          ['outside', 0, 5],
          ['used', 6.53, 30.47],
          ['outside', 30.5, 30.5],
        ],
      },
      {
        name: 'what lies before a restart, and its start-up, are left out',
        valueAt: leakSince(20),
        lasting: 23.01,
        restarts: [20],
        runs: [
          ['before-start', 0, 19.97],
          ['start-up', 20, 20.13],
          ['outside', 20.17, 20.47],
          ['used', 20.5, 22.97],
          ['outside', 23, 23],
        ],
      },
      {
        name: 'a restart that changed nothing: only its start-up is left out',
        valueAt: flat,
        lasting: 16.01,
        restarts: [10],
        runs: [
          ['outside', 0, 3.97],
          ['used', 4, 9.97],
          ['start-up', 10, 10.13],
          ['used', 10.17, 15.97],
          ['outside', 16, 16],
        ],
      },
      {
        name: 'a fall without a restart begins anew as well',
        valueAt: (h) => (h < 16 ? 900 : 300) + draw(2),
        lasting: 20.01,
        runs: [
          // The half hour of the fall itself is neither: it may hold values of both.
          ['before-start', 0, 16.47],
          ['outside', 16.5, 17.47],
          ['used', 17.5, 19.97],
          ['outside', 20, 20],
        ],
      },
      {
        name: 'a single sample that stands out',
        valueAt: (h) => (Math.abs(h - 3) < 1e-6 ? 500 : flat()),
        lasting: 4.01,
        runs: [
          ['outside', 0, 1.47],
          ['used', 1.5, 2.97],
          ['outlier', 3, 3],
          ['used', 3.03, 3.97],
          ['outside', 4, 4],
        ],
      },
      {
        name: 'a step is none',
        valueAt: (h) => (h < 3 ? 100 : 200) + draw(1),
        lasting: 4.01,
        runs: [
          ['outside', 0, 1.47],
          ['used', 1.5, 3.97],
          ['outside', 4, 4],
        ],
      },
    ]

  it.each(rows)('$name', ({ runs, ...story }) => {
    expect(runsOf(told(story))).toEqual(runs)
  })
})

describe('the fitted line', () => {
  it.each([
    { name: 'of a drift', valueAt: leakSince(), lasting: 40, verdict: 'drift' },
    { name: 'of what is flat', valueAt: flat, lasting: 30, verdict: 'flat' },
    { name: 'at the limit', valueAt: () => 100, lasting: 30, limit: 100, verdict: 'transient' },
  ])('$name is that of the assessment', ({ verdict, ...story }) => {
    const { line, band, assessment } = told(story)
    expect(assessment.verdict).toBe(verdict)
    if (line === null) throw new Error('no line')
    const span = (line.to - line.from) / hours(1)
    expect(span).toBeCloseTo(assessment.windowHours, 9)
    expect(line.toValue).toBeCloseTo(assessment.fittedNow, 9)
    expect((line.toValue - line.fromValue) / span).toBeCloseTo(assessment.slopePerHour, 9)
    expect([band[0]?.t, band.at(-1)?.t]).toEqual([line.from, line.to])
  })

  it.each([
    { name: 'too little', valueAt: flat, lasting: 0.05 },
    { name: 'a process that starts up', valueAt: flat, lasting: 2.1, restarts: [2] },
  ])('there is none of $name', (story) => {
    const { line, band, points, assessment } = told(story)
    expect({ line, band, window: assessment.windowHours }).toEqual({ line: null, band: [], window: 0 })
    expect(points.filter(({ use }) => use === 'used')).toEqual([])
  })
})

describe('the band', () => {
  it('holds the true line nearly always, at every place', () => {
    const RUNS = 60
    let held = 0
    for (let run = 0; run < RUNS; run++) {
      const random = seededRandom(run, 'band')
      const { band } = told({ valueAt: (h) => 50 + 4 * h + random.normal() * 20, lasting: 2.6 })
      const isIn = ({ t, low, high }: (typeof band)[number]): boolean =>
        low <= 50 + (4 * (t - START)) / hours(1) && 50 + (4 * (t - START)) / hours(1) <= high
      held += band.filter(isIn).length / band.length
    }
    expect(held / RUNS).toBeGreaterThan(0.9)
  })

  it('is narrowest in the middle, and as steep as the interval of the slope allows', () => {
    const { band, assessment } = told({ valueAt: leakSince(), lasting: 40 })
    const widths = band.map(({ low, high }) => high - low)
    expect(widths.indexOf(Math.min(...widths))).toBe(10)
    const half = (assessment.ci[1] - assessment.ci[0]) / 2
    expect((widths[0] ?? 0) / 2).toBeCloseTo((half * assessment.windowHours) / 2, 1)
  })
})

it('tells of each bin once, in order, whatever came', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.constant(Number.NaN))
  const story = fc.record({
    values: fc.array(value, { maxLength: 120 }),
    every: fc.constantFrom(minutes(1), minutes(7), hours(1)),
    restarts: fc.array(fc.integer({ min: -1, max: 100 }), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(story, ({ values, every, restarts }) => {
      const history = emptyHistory()
      const samples = values.map((v, i) => ({ t: START + i * every, v }))
      for (const { t, v } of samples) remember(history, t, v)
      const starts = restarts.map((i) => START + i * every)
      const options: SeriesOptions = { kind: 'gauge', limit: 900 }
      const series = fedSeries(
        samples,
        options,
        starts.toSorted((a, b) => a - b),
      )
      const bins = historyBetween(history, 0, Infinity)
      const { points, line, band } = explainFit(series, options, bins, starts)
      expect(points.map(({ t, mean }) => [t, mean])).toEqual(bins.map(({ t, mean }) => [t, mean]))
      const isInLine = ({ t }: { t: number }): boolean => line !== null && t >= line.from && t < line.to
      expect(points.filter(({ use }) => use === 'used').every(isInLine)).toBe(true)
      for (const { low, high } of band) expect(low).toBeLessThanOrEqual(high)
    }),
    { numRuns: 50 },
  )
})
