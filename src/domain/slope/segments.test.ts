import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { hasProfile } from './dailyProfile.ts'
import type { Series } from './driftMemory.ts'
import { isDrifting } from './driftState.ts'
import { QUARANTINE } from './parameters.ts'
import { isPending, isStartingUp } from './segments.ts'
import { feedAll, fedSeries, samplesOf, START } from './testing/handMade.ts'

const at = (hour: number): number => START + hours(hour)

/** Read every minute, with restarts at these hours. */
const fed = (valueAt: (hour: number) => number, lasting: number, restarts: readonly number[] = []): Series =>
  fedSeries(samplesOf(valueAt, lasting, { every: minutes(1) }), { kind: 'gauge' }, restarts.map(at))

const segmentHour = ({ segmentStart }: Series): number => (segmentStart - START) / hours(1)
const afterStart = (hour: number): number => hour + QUARANTINE / hours(1)

const noise = (h: number): number => 10 * Math.sin(h * 700)
const small = (h: number): number => 3 * Math.sin(h * 5)
const wave = (h: number): number => Math.cos((2 * Math.PI * h) / 24)
const leak = (h: number): number => 600 + 30 * h
const freedLeak = (h: number): number => (h < 40 ? leak(h) : leak(h - 40))

describe('after a restart', () => {
  const rows: readonly {
    name: string
    valueAt: (hour: number) => number
    lasting: number
    restarts: number[]
    pending: boolean
    expected: number
  }[] = [
    { name: 'none', valueAt: () => 100, lasting: 9, restarts: [], pending: false, expected: 0 },
    {
      name: 'a new segment begins when the process is up',
      valueAt: () => 100,
      lasting: 6.5,
      restarts: [6],
      pending: true,
      expected: afterStart(6),
    },
    {
      name: 'what did not change goes on',
      valueAt: () => 100,
      lasting: 9,
      restarts: [6],
      pending: false,
      expected: 0,
    },
    {
      name: 'what changed within its noise goes on',
      valueAt: (h) => (h < 6 ? 10 : 13) + noise(h),
      lasting: 9,
      restarts: [6],
      pending: false,
      expected: 0,
    },
    {
      name: 'what fell stays cut',
      valueAt: (h) => (h < 6 ? 100 : 50),
      lasting: 9,
      restarts: [6],
      pending: false,
      expected: afterStart(6),
    },
    {
      name: 'what rose stays cut',
      valueAt: (h) => (h < 6 ? 100 : 150),
      lasting: 9,
      restarts: [6],
      pending: false,
      expected: afterStart(6),
    },
    {
      name: 'a spike of the start is not looked at',
      valueAt: (h) => (h > 6 && h < 6.15 ? 9000 : 100),
      lasting: 9,
      restarts: [6],
      pending: false,
      expected: 0,
    },
    {
      name: 'too little was known before',
      valueAt: () => 100,
      lasting: 9,
      restarts: [0.3],
      pending: false,
      expected: afterStart(0.3),
    },
    {
      name: 'before the first sample',
      valueAt: (h) => (h < 1 ? Number.NaN : 100),
      lasting: 9,
      restarts: [0.95],
      pending: false,
      expected: afterStart(0.95),
    },
    {
      name: 'a second one soon after is compared with before the first',
      valueAt: (h) => (h > 6 && h < 6.5 ? 900 : 100),
      lasting: 9,
      restarts: [6, 6.5],
      pending: false,
      expected: 0,
    },
    {
      name: 'crash loop',
      valueAt: (h) => (h < 6 ? 100 : 10),
      lasting: 9,
      restarts: [6, 6.1, 6.2, 6.3, 6.4],
      pending: false,
      expected: afterStart(6.4),
    },
    {
      name: 'a crash loop that has not ended',
      valueAt: () => 100,
      lasting: 9,
      restarts: Array.from({ length: 30 }, (_, i) => 6 + i / 10),
      pending: true,
      expected: afterStart(8.9),
    },
    {
      name: 'told twice',
      valueAt: (h) => (h < 6 ? 100 : 50),
      lasting: 9,
      restarts: [6, 6, 6],
      pending: false,
      expected: afterStart(6),
    },
  ]

  it.each(rows)('$name', ({ valueAt, lasting, restarts, pending, expected }) => {
    const series = fed(valueAt, lasting, restarts)
    expect(segmentHour(series)).toBeCloseTo(expected, 6)
    expect(isPending(series)).toBe(pending)
  })

  it('the process starts up for ten minutes', () => {
    const series = fed(() => 100, 6.1, [6])
    expect(isStartingUp(series, at(6) + QUARANTINE - 1)).toBe(true)
    expect(isStartingUp(series, at(6) + QUARANTINE)).toBe(false)
    expect(
      isStartingUp(
        fed(() => 1, 1),
        at(1),
      ),
    ).toBe(false)
  })

  it.each([10, 15, 20, 30])('read every %i minutes, it is not waited for ever', (every) => {
    const samples = samplesOf((h) => (h < 30 ? 100 : 50), 40, { every: minutes(every) })
    const series = fedSeries(samples, { kind: 'gauge' }, [at(30)])
    expect(isPending(series)).toBe(false)
    expect(segmentHour(series)).toBeGreaterThan(30)
  })

  it('a fall of a daily curve is remembered no longer', () => {
    expect(hasProfile(fed((h) => 100 + 20 * wave(h), 90))).toBe(true)
    expect(hasProfile(fed((h) => (h < 80 ? 100 : 20) + 20 * wave(h), 90, [80]))).toBe(false)
  })
})

/** How many hours after `from` a leak is found; at `from` the process is started anew, unless it is the first time. */
function firstHour(from: number): number {
  const series = fed(freedLeak, from)
  const rest = samplesOf(freedLeak, 40, { from: at(from), every: minutes(1) })
  const found = rest.find((sample) =>
    isDrifting(feedAll(series, [sample], undefined, from > 0 && sample.t === at(from) ? [sample.t] : [])),
  )
  return ((found?.t ?? Infinity) - at(from)) / hours(1)
}

describe('a drift', () => {
  it('goes on after a restart that changed nothing, after a pause', () => {
    expect(isDrifting(fed(leak, 40))).toBe(true)
    expect(isDrifting(fed(leak, 41.5, [40]))).toBe(false)
    expect(isDrifting(fed(leak, 43, [40]))).toBe(true)
  })

  it('ends with a restart that freed it, and its slope is remembered', () => {
    const series = fed((h) => (h < 40 ? leak(h) : leak(h - 40)), 43, [40])
    expect(isDrifting(series)).toBe(false)
    expect(series.slopeBefore).toBeGreaterThan(27)
    expect(series.slopeBefore).toBeLessThan(33)
    expect(series.ignoreHistory).toBe(1)
  })

  it('that comes again after the restart is found sooner than the first time', () => {
    expect(firstHour(0)).toBeLessThan(30)
    expect(firstHour(40)).toBeLessThan(firstHour(0))
  })

  it('does not end because an old restart is told again', () => {
    const series = fed(leak, 40, [0.1])
    expect(isDrifting(series)).toBe(true)
    for (const hour of [0.1, -5, 0.1]) feedAll(series, [{ t: at(40), v: leak(40) }], undefined, [at(hour)])
    expect(isDrifting(series)).toBe(true)
    expect(isPending(series)).toBe(false)
  })
})

describe('a fall without a restart', () => {
  const rows: readonly { name: string; valueAt: (hour: number) => number; cut: boolean }[] = [
    { name: 'begins a segment', valueAt: (h) => (h < 30 ? 100 : 40) + small(h), cut: true },
    { name: 'inside of a bin, too', valueAt: (h) => (h < 30.25 ? 100 : 40) + small(h), cut: true },
    { name: 'after a leak, too', valueAt: (h) => (h < 30 ? 100 + 5 * h : 90) + small(h), cut: true },
    { name: 'is not a rise', valueAt: (h) => (h < 30 ? 40 : 100) + small(h), cut: false },
    { name: 'is not a short dip', valueAt: (h) => (h > 30 && h < 31 ? 40 : 100) + small(h), cut: false },
    {
      name: 'is not a share of the level that is small',
      valueAt: (h) => (h < 30 ? 1000 : 970) + 0.1 * small(h),
      cut: false,
    },
    { name: 'is not a slow decline', valueAt: (h) => 200 - 2 * h + small(h), cut: false },
    { name: 'is not a sawtooth that is usual', valueAt: (h) => 100 + 20 * (h % 3), cut: false },
    { name: 'is not the evening', valueAt: (h) => 100 + 40 * Math.cos((2 * Math.PI * h) / 24), cut: false },
  ]

  it.each(rows)('$name', ({ valueAt, cut }) => {
    const hour = segmentHour(fed(valueAt, 36))
    expect(Math.abs(hour - (cut ? 30 : 0))).toBeLessThanOrEqual(cut ? 1 : 0)
  })

  it('ends a drift', () => {
    const series = fed((h) => (h < 40 ? 600 + 30 * h : 600), 43)
    expect(isDrifting(series)).toBe(false)
    expect(series).toMatchObject({ slopeBefore: 0, ignoreHistory: 0 })
  })
})
