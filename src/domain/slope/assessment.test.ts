import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { type Assessment, assessSeries, type SlopeReason, type SlopeVerdict } from './assessment.ts'
import type { SeriesOptions } from './feed.ts'
import { TOLD } from './parameters.ts'
import { feedAll, fedSeries, samplesOf, START } from './testing/handMade.ts'

type Story = {
  readonly valueAt: (hour: number) => number
  readonly lasting: number
  readonly restarts?: readonly number[]
  readonly limit?: number
}

function assessed({ valueAt, lasting, restarts = [], limit }: Story): Assessment {
  const options: SeriesOptions = { kind: 'gauge', limit }
  const samples = samplesOf(valueAt, lasting)
  return assessSeries(
    fedSeries(
      samples,
      options,
      restarts.map((hour) => START + hours(hour)),
    ),
    options,
  )
}

const leak = (h: number): number => 600 + 30 * h

describe('the verdict', () => {
  const rows: readonly (Story & { name: string; verdict: SlopeVerdict; reason: SlopeReason })[] = [
    {
      name: 'nothing',
      valueAt: () => Number.NaN,
      lasting: 1,
      verdict: 'insufficient',
      reason: 'too little data',
    },
    {
      name: 'one sample',
      valueAt: () => 5,
      lasting: 0.001,
      verdict: 'insufficient',
      reason: 'too little data',
    },
    {
      name: 'half an hour',
      valueAt: () => 5,
      lasting: 0.5,
      verdict: 'insufficient',
      reason: 'too little data',
    },
    {
      name: 'an hour of nothing new',
      valueAt: () => 5,
      lasting: 1,
      verdict: 'flat',
      reason: 'no lasting rise',
    },
    {
      name: 'an hour of one sample a quarter',
      valueAt: (h) => (h % 0.25 < 0.005 ? 5 : Number.NaN),
      lasting: 1,
      verdict: 'insufficient',
      reason: 'too little data',
    },
    {
      name: 'a falling line',
      valueAt: (h) => 900 - h,
      lasting: 30,
      verdict: 'flat',
      reason: 'no lasting rise',
    },
    { name: 'a leak', valueAt: leak, lasting: 40, limit: 4096, verdict: 'drift', reason: 'rising' },
    { name: 'a leak without a limit', valueAt: leak, lasting: 40, verdict: 'drift', reason: 'rising' },
    {
      name: 'five minutes after a restart',
      valueAt: leak,
      lasting: 40,
      restarts: [39.92],
      verdict: 'transient',
      reason: 'start-up',
    },
    {
      name: 'at the limit',
      valueAt: (h) => Math.min(leak(h), 1000),
      lasting: 20,
      limit: 1000,
      verdict: 'transient',
      reason: 'at limit',
    },
    {
      name: 'almost at the limit',
      valueAt: () => 985,
      lasting: 20,
      limit: 1000,
      verdict: 'transient',
      reason: 'at limit',
    },
    {
      name: 'not yet at the limit',
      valueAt: () => 970,
      lasting: 20,
      limit: 1000,
      verdict: 'flat',
      reason: 'no lasting rise',
    },
    {
      name: 'at the limit from the first minute',
      valueAt: () => 25,
      lasting: 0.1,
      limit: 25,
      verdict: 'transient',
      reason: 'at limit',
    },
    {
      name: 'a limit that is none',
      valueAt: () => 25,
      lasting: 20,
      limit: 0,
      verdict: 'flat',
      reason: 'no lasting rise',
    },
    {
      name: 'a limit below zero, which many write for none',
      valueAt: () => 25,
      lasting: 20,
      limit: -1,
      verdict: 'flat',
      reason: 'no lasting rise',
    },
    {
      name: 'a step',
      valueAt: (h) => (h < 14 ? 100 : 200),
      lasting: 20.05,
      verdict: 'transient',
      reason: 'step',
    },
    {
      name: 'half a day of a rise',
      valueAt: (h) => 600 + 25 * h,
      lasting: 12.05,
      verdict: 'transient',
      reason: 'within its usual range',
    },
    {
      name: 'back to a plateau',
      valueAt: (h) => (h < 30 ? 900 : 450 + 22 * (h - 30)),
      lasting: 42.05,
      restarts: [30],
      verdict: 'transient',
      reason: 'below its earlier plateau',
    },
    {
      name: 'a rise that bends',
      valueAt: (h) => 100 + 100 * (1 - Math.exp(-h / 8)),
      lasting: 26.05,
      verdict: 'transient',
      reason: 'levelling off',
    },
    {
      name: 'a rise that stopped',
      valueAt: (h) => 100 + 10 * Math.min(h, 14),
      lasting: 25.55,
      verdict: 'transient',
      reason: 'step',
    },
  ]

  it.each(rows)('$name', ({ verdict, reason, ...story }) => {
    expect(assessed(story)).toMatchObject({ verdict, reason })
  })

  it('says for half an hour that a drift has levelled off', () => {
    const options: SeriesOptions = { kind: 'gauge' }
    const stopped = samplesOf((h) => leak(Math.min(h, 30)), 120, { every: minutes(5) })
    const series = fedSeries([])
    const reasons = stopped.map((sample) => assessSeries(feedAll(series, [sample]), options).reason)
    const told = reasons.filter((reason) => reason === 'levelled off')
    expect(reasons).toContain('rising')
    expect(told.length).toBe(TOLD.released / minutes(5))
    expect(reasons.lastIndexOf('rising')).toBe(reasons.indexOf('levelled off') - 1)
  })
})

describe('what is told with it', () => {
  it('of a drift: slope, interval, since when, time to limit', () => {
    const found = assessed({ valueAt: leak, lasting: 40, limit: 4096 })
    expect(found.slopePerHour).toBeCloseTo(30, 1)
    expect(found.ci[0]).toBeLessThan(30)
    expect(found.ci[1]).toBeGreaterThan(30)
    expect(found.fittedNow).toBeCloseTo(leak(40), -2)
    expect((found.etaMs ?? 0) / hours(1)).toBeCloseTo((4096 - leak(40)) / 30, 0)
    expect(found.etaRange?.earliest).toBeLessThan(found.etaMs ?? 0)
    expect(found.etaRange?.latest ?? Infinity).toBeGreaterThan(found.etaMs ?? 0)
    expect(found.since).toBeGreaterThanOrEqual(START)
    expect(found.since).toBeLessThan(START + hours(20))
  })

  it('of a drift without a limit: no time to it', () => {
    expect(assessed({ valueAt: leak, lasting: 40 })).toMatchObject({ etaMs: null, etaRange: null })
  })

  it('at the limit: no time left', () => {
    const found = assessed({ valueAt: () => 25, lasting: 2, limit: 25 })
    expect(found).toMatchObject({ etaMs: 0, etaRange: { earliest: 0, latest: 0 }, since: null })
  })

  it('of what is flat: the slope all the same, and no time', () => {
    const found = assessed({ valueAt: (h) => 900 - h, lasting: 30, limit: 1000 })
    expect(found.slopePerHour).toBeCloseTo(-1, 6)
    expect(found).toMatchObject({ etaMs: null, etaRange: null, since: null, windowHours: 24 })
    expect(found.fittedNow).toBeCloseTo(870.5, 1)
  })

  it('of what is not known: nothing', () => {
    const found = assessed({ valueAt: () => 5, lasting: 0.05 })
    expect(found).toMatchObject({ slopePerHour: 0, ci: [-Infinity, Infinity], etaMs: null, windowHours: 0 })
    expect(found.fittedNow).toBeNaN()
  })
})

describe('a young drift that nothing was heard of for a night', () => {
  const [begun, gone, back] = [96, 109, 118]
  const rise = (h: number): number => 600 + 30 * Math.max(0, h - begun)
  const limit = 6000
  const morning = assessed({
    valueAt: (h) => (h > gone && h < back ? Number.NaN : rise(h)),
    lasting: back + 0.02,
    limit,
  })

  it('goes on by the slope that it was found with', () => {
    expect(morning).toMatchObject({ verdict: 'drift', windowHours: 0, etaRange: null })
    expect(Math.abs(morning.slopePerHour - 30)).toBeLessThan(3)
  })

  it('reaches its limit from where it stands now', () => {
    // The first samples after a leap are taken for outliers, in part.
    expect(morning.fittedNow).toBeGreaterThan(rise(gone))
    expect(morning.fittedNow).toBeLessThanOrEqual(rise(back))
    const left = (limit - morning.fittedNow) / morning.slopePerHour
    expect(morning.etaMs).toBeCloseTo(hours(left), 3)
  })
})
