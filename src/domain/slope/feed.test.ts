import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { binOf, meanOf, newestBin } from './bins.ts'
import { driftMemory, type Series } from './driftMemory.ts'
import { feed, feedRestart } from './feed.ts'
import { LEVEL_NUMBERS, type LevelNumber } from './levels.ts'
import { QUARANTINE } from './parameters.ts'
import { isPending, isStartingUp } from './segments.ts'
import { feedAll, fedSeries, samplesOf, START } from './testing/handMade.ts'

const at = (hour: number): number => START + hours(hour)
const newest = (series: Series, level: LevelNumber): number => meanOf(series, level, newestBin(series, level))

describe('feed', () => {
  it('remembers when it began, and where its segment begins', () => {
    const series = fedSeries([{ t: at(1), v: 5 }])
    expect(series).toMatchObject({ firstAt: at(1), lastAt: at(1), segmentStart: at(1) })
  })

  it.each([
    { name: 'NaN', t: at(5), v: Number.NaN },
    { name: 'Infinity', t: at(5), v: Infinity },
    { name: 'more than single precision holds', t: at(5), v: 1e300 },
    { name: 'the same time', t: at(1) - seconds(30), v: 9 },
    { name: 'an earlier time', t: at(0.5), v: 9 },
    { name: 'no time', t: Number.NaN, v: 9 },
    { name: 'a time before 1970', t: -5, v: 9 },
    { name: 'a time that no calendar has', t: 1e15, v: 9 },
  ])('leaves $name out without a trace', ({ t, v }) => {
    const samples = samplesOf((h) => 100 + h, 1)
    const [series, same] = [fedSeries(samples), fedSeries(samples)]
    feed(series, { kind: 'gauge' }, t, v)
    const next = samplesOf((h) => 100 + h, 1, { from: at(1) })
    expect(feedAll(series, next)).toEqual(feedAll(same, next))
  })

  it('fills all levels', () => {
    const series = fedSeries(samplesOf(() => 7, 25))
    for (const level of LEVEL_NUMBERS) expect(newest(series, level)).toBe(7)
  })

  it('of a counter, fills the bins with rates', () => {
    const series = fedSeries(
      samplesOf((h) => 7200 * h, 2),
      { kind: 'counter' },
    )
    expect(newest(series, 2)).toBeCloseTo(2, 5)
  })

  it('clips an outlier before it gets into the bins', () => {
    const series = fedSeries(samplesOf((h) => (Math.abs(h - 1.1) < 0.006 ? 1e6 : 100 + Math.sin(h * 99)), 2))
    expect(meanOf(series, 0, binOf(0, at(1.1)))).toBeLessThan(120)
  })
})

const peak = (h: number): number => (h >= 3 && h < 3 + 10 / 60 ? 5000 : 100)
const spiky = (h: number): number => (h >= 3 && h < 3.12 ? 5000 : 100)

describe('feedRestart', () => {
  it('keeps the start-up out of all but the finest bins', () => {
    const series = fedSeries(samplesOf(spiky, 7), { kind: 'gauge' }, [at(3)])
    for (let bin = binOf(1, at(0)); bin <= newestBin(series, 1); bin++) {
      const mean = meanOf(series, 1, bin)
      expect([100, Number.NaN]).toContain(mean)
    }
    expect(meanOf(series, 2, binOf(2, at(3)))).toBe(100)
    const during = fedSeries(samplesOf(spiky, 3.1), { kind: 'gauge' }, [at(3)])
    expect(newest(during, 0)).toBeGreaterThan(1000)
  })

  it('is not misled by a spike that ends with the start-up', () => {
    const series = fedSeries(samplesOf(peak, 5), { kind: 'gauge' }, [at(3)])
    const means = Array.from({ length: 12 }, (_, i) => meanOf(series, 1, binOf(1, at(3.2)) + i))
    expect(means.filter((mean) => mean !== 100)).toEqual([])
  })

  it('lets a counter begin anew: its first sample says nothing', () => {
    const series = fedSeries(
      samplesOf((h) => (h < 3 ? 1e6 + 3600 * h : 9e8 + 3600 * h), 6),
      { kind: 'counter' },
      [at(3)],
    )
    expect(newest(series, 2)).toBeCloseTo(1, 3)
    expect(newest(series, 1)).toBeCloseTo(1, 3)
  })

  it.each([Number.NaN, Infinity, -Infinity])('knows no start at %d', (t) => {
    const series = fedSeries(samplesOf(() => 1, 2))
    feedRestart(series, t)
    expect(series.segmentStart).toBe(START)
    expect(isPending(series)).toBe(false)
  })

  it('does not do twice what it was told twice', () => {
    const samples = samplesOf((h) => 100 + h, 5, { every: minutes(1) })
    const once = fedSeries(samples, { kind: 'gauge' }, [at(3)])
    const often = fedSeries(samples, { kind: 'gauge' }, [at(3)])
    feedRestart(often, at(3))
    feedRestart(often, at(2))
    expect(often).toEqual(once)
  })

  it('may be told before the first sample', () => {
    const series = driftMemory(1).at(0)
    feedRestart(series, at(1))
    feed(series, { kind: 'gauge' }, at(1) + seconds(1), 5)
    expect(isStartingUp(series, at(1) + seconds(1))).toBe(true)
    expect(series.segmentStart).toBe(at(1) + QUARANTINE)
    expect(series.ignoreHistory).toBe(0)
  })
})
