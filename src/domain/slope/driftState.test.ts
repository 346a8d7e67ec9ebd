import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Series } from './driftMemory.ts'
import { driftHoursAt, endDrift, isDrifting, nearlyOf } from './driftState.ts'
import { feed, type SeriesOptions } from './feed.ts'
import { CONFIRM } from './parameters.ts'
import { fedSeries, samplesOf, START } from './testing/handMade.ts'

const GAUGE: SeriesOptions = { kind: 'gauge' }
const fed = (valueAt: (hour: number) => number, lasting: number, options = GAUGE): Series =>
  fedSeries(samplesOf(valueAt, lasting, { every: minutes(1) }), options)

/** The hour in which a drift begins, and the one in which it ends. */
function heldFrom(valueAt: (hour: number) => number, lasting: number): { from: number; until: number } {
  const series = fedSeries([])
  let [from, until] = [Infinity, Infinity]
  for (const { t, v } of samplesOf(valueAt, lasting, { every: minutes(1) })) {
    const hour = (t - START) / hours(1)
    feed(series, GAUGE, t, v)
    if (isDrifting(series)) from = Math.min(from, hour)
    else if (from < Infinity) until = Math.min(until, hour)
  }
  return { from, until }
}

const queue = (h: number): number => 2 + 300 * h
const leak = (h: number): number => 600 + 30 * h
const lulled = (h: number): number => leak(h) * (1 + 0.15 * Math.sin((2 * Math.PI * (h + 10)) / 24))
const lateLeak = (h: number): number => leak(Math.max(0, h - 24))

describe('a drift is found', () => {
  it('in the second of two windows that pass', () => {
    const { from } = heldFrom((h) => 600 + 30 * h, 40)
    const series = fed((h) => 600 + 30 * h, from - 0.4)
    expect(isDrifting(series)).toBe(false)
    expect(series.bins.passes[2]).toBe(CONFIRM.passes - 1)
    expect(from).toBeGreaterThan(10)
    expect(from).toBeLessThan(30)
  })

  it('in minutes where the limit is near', () => {
    expect(isDrifting(fedSeries(samplesOf(queue, 0.25), { ...GAUGE, limit: 200 }))).toBe(true)
    expect(isDrifting(fedSeries(samplesOf(queue, 0.25)))).toBe(false)
  })

  it.each([
    { name: 'a constant', valueAt: () => 5 },
    { name: 'zeros', valueAt: () => 0 },
    { name: 'a falling line', valueAt: (h: number) => 9000 - 30 * h },
    { name: 'day and night', valueAt: (h: number) => 100 + 40 * Math.cos(h / 3.82) },
    { name: 'teeth', valueAt: (h: number) => 100 + 100 * (h % 0.4) },
    { name: 'slow teeth', valueAt: (h: number) => 100 + 20 * (h % 7) },
    { name: 'a step', valueAt: (h: number) => (h < 50 ? 100 : 170) },
  ])('not in $name', ({ valueAt }) => {
    expect(heldFrom(valueAt, 100)).toEqual({ from: Infinity, until: Infinity })
  })
})

describe('a drift goes on', () => {
  it('and is measured over more and more', () => {
    const [early, late] = [fed(lateLeak, 50), fed(lateLeak, 90)]
    expect(isDrifting(early)).toBe(true)
    expect(late.driftHours).toBeGreaterThan(early.driftHours)
    expect(late.driftTop).toBeGreaterThan(early.driftTop)
    expect(late.driftOnset).toBeLessThanOrEqual(early.driftOnset)
    // A longer window may hold hours from before the rise.
    expect(late.driftSlope).toBeGreaterThan(22)
    expect(late.driftSlope).toBeLessThan(33)
  })

  it('from where it began, and counts its hours', () => {
    const series = fed(lateLeak, 60)
    const onset = (series.driftOnset - START) / hours(1)
    expect(Math.abs(onset - 24)).toBeLessThan(12)
    expect(driftHoursAt(series, START + hours(60))).toBeCloseTo(60 - onset, 6)
  })

  it('through a pause that is shorter than it', () => {
    expect(heldFrom((h) => lateLeak(h > 60 && h < 63 ? 60 : h), 80).until).toBe(Infinity)
  })

  it('through hours without samples', () => {
    expect(isDrifting(fed((h) => (h > 50 && h < 58 ? Number.NaN : lateLeak(h)), 62))).toBe(true)
  })
})

describe('a drift ends', () => {
  it.each([40, 100, 168])(
    'within a day after what rose for %i hours stands still, once and for all',
    (stop) => {
      const still = (h: number): number => leak(Math.min(h, stop))
      const { until } = heldFrom(still, stop + 30)
      expect(until).toBeGreaterThan(stop + 2)
      expect(until).toBeLessThan(stop + 24)
      for (const later of [30, 48, 72]) expect(isDrifting(fed(still, stop + later)), `${later} h`).toBe(false)
    },
  )

  it('not in the lulls of a daily curve that is not known', () => {
    expect(heldFrom(lulled, 90)).toMatchObject({ until: Infinity })
  })

  it('soon after what had risen is free again', () => {
    expect(heldFrom((h) => (h < 40 ? leak(h) : 600), 60).until).toBeLessThan(43)
  })

  it('when told, with the passes that made it', () => {
    const series = fed(leak, 40)
    endDrift(series)
    expect(isDrifting(series)).toBe(false)
    expect([...series.bins.passes]).toEqual([0, 0, 0, 0, 0])
  })
})

describe('nearlyOf', () => {
  it('knows its four reasons and no more', () => {
    expect([0, 1, 2, 3].map(nearlyOf)).not.toContain(null)
    expect([4, -1, Number.NaN].map(nearlyOf)).toEqual([null, null, null])
  })
})
