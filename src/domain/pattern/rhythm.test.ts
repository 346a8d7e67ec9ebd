import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bin } from '#src/domain/series/binRing.ts'
import { days, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { rhythm } from './rhythm.ts'
import { NOW } from './testing/seenOf.ts'

const hourOf = (at: EpochMs, mean: number): Bin => ({
  t: Math.floor(at / hours(1)) * hours(1),
  mean,
  low: mean,
  high: mean,
  count: 240,
})

/** Four weeks of hours up to NOW, 0.1 s each, but for those that `slow` picks. */
const month = (slow: (t: EpochMs) => boolean, at: EpochMs = NOW, high = 0.9): readonly Bin[] =>
  Array.from({ length: 28 * 24 }, (_, i) => {
    const t = hourOf(at - i * hours(1), 0).t
    return hourOf(t, slow(t) ? high : 0.1)
  }).toReversed()

/** UTC hours and days; Paris is an hour ahead of it in November. */
const utc = (t: EpochMs) => ({ hour: new Date(t).getUTCHours(), day: new Date(t).getUTCDay() })
const isFridaySix = (t: EpochMs): boolean => utc(t).hour === 5 && utc(t).day === 5
const weeksAgo = (t: EpochMs): number => Math.round((NOW - t) / days(7))

const slow = (t: EpochMs): boolean =>
  utc(t).day === 5 && utc(t).hour === (t < Date.UTC(2026, 9, 25, 1) ? 4 : 5)

describe('a rhythm', () => {
  it('is told of the same hour of the same weekday', () => {
    expect(rhythm(month(isFridaySix), NOW, 'Europe/Paris')).toEqual({
      every: 'week',
      weekday: 4,
      from: hours(6),
      to: hours(7),
      hits: 4,
      of: 4,
      peak: 0.9,
      usual: 0.1,
      endsAt: Date.UTC(2026, 10, 20, 6),
    })
  })

  it('is told of the same hours of each day, and while the last of them is under way', () => {
    const nightly = month((t) => utc(t).hour >= 3 && utc(t).hour <= 5)
    expect(rhythm(nightly, NOW, 'Europe/Paris')).toMatchObject({
      every: 'day',
      from: hours(4),
      to: hours(7),
      hits: 7,
      of: 7,
    })
  })

  it('knows at its beginning how long it goes on', () => {
    const nightly = month((t) => utc(t).hour >= 5 && utc(t).hour <= 6)
    expect(rhythm(nightly, NOW, 'Europe/Paris')).toMatchObject({
      from: hours(6),
      to: hours(8),
      endsAt: Date.UTC(2026, 10, 20, 7),
    })
  })

  it('is still told in the hour after it, when damping has not let go', () => {
    const at = NOW + minutes(40)
    expect(rhythm(month(isFridaySix, at), at, 'Europe/Paris')).toMatchObject({ every: 'week', to: hours(7) })
    expect(rhythm(month(isFridaySix, NOW + hours(2)), NOW + hours(2), 'Europe/Paris')).toBeNull()
  })

  it.each([
    { name: 'three of four weeks', slow: (t: EpochMs) => isFridaySix(t) && weeksAgo(t) !== 2, hits: 3 },
    { name: 'two of four weeks', slow: (t: EpochMs) => isFridaySix(t) && weeksAgo(t) % 2 === 0, hits: null },
    {
      name: 'today for the first time',
      slow: (t: EpochMs) => isFridaySix(t) && weeksAgo(t) === 0,
      hits: null,
    },
    { name: 'not today', slow: (t: EpochMs) => isFridaySix(t) && weeksAgo(t) > 0, hits: null },
    { name: 'never', slow: () => false, hits: null },
    { name: 'the load of each day', slow: (t: EpochMs) => utc(t).hour >= 5 && utc(t).hour < 17, hits: null },
    { name: 'for good since a week', slow: (t: EpochMs) => t > NOW - days(7), hits: null },
    { name: 'for good since six hours', slow: (t: EpochMs) => t > NOW - hours(6), hits: null },
    { name: 'four of seven days', slow: (t: EpochMs) => utc(t).hour === 5 && t > NOW - days(4), hits: null },
    { name: 'five of seven days', slow: (t: EpochMs) => utc(t).hour === 5 && t > NOW - days(4.5), hits: 5 },
  ])('of what was slow $name: $hits', ({ slow, hits }) => {
    expect(rhythm(month(slow), NOW, 'Europe/Paris')?.hits ?? null).toBe(hits)
  })

  it('needs twice the median: half as much again is none', () => {
    expect(rhythm(month(isFridaySix, NOW, 0.19), NOW, 'Europe/Paris')).toBeNull()
  })

  it('keeps its hour by the clocks of the zone where they are set back', () => {
    const at = Date.UTC(2026, 9, 30, 5, 30)
    // 06:00 in Paris: 04:00 UTC until 25 October, 05:00 from then on.
    expect(rhythm(month(slow, at), at, 'Europe/Paris')).toMatchObject({ from: hours(6), hits: 4 })
    expect(rhythm(month(slow, at), at, 'UTC')).toBeNull()
  })

  it('is not told of three weeks that nobody watched', () => {
    const bins = month(isFridaySix).filter(({ t }) => t > NOW - days(6))
    expect(rhythm(bins, NOW, 'Europe/Paris')).toBeNull()
    expect(rhythm([], NOW, 'Europe/Paris')).toBeNull()
  })

  it('is never told of hours that all lie within twice the median', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 0.19, noNaN: true }), { minLength: 1, maxLength: 672 }),
        (means) => {
          const bins = means.map((mean, i) => hourOf(NOW - i * hours(1), mean)).toReversed()
          expect(rhythm(bins, NOW, 'Europe/Paris')).toBeNull()
        },
      ),
      { numRuns: 30 },
    )
  })
})
