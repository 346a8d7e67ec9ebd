import { describe, expect, it } from 'vitest'
import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { type Assessment, type SlopeVerdict } from './assessment.ts'
import { driftEngine } from './driftEngine.ts'
import type { SeriesOptions } from './feed.ts'
import { samplesOf, START } from './testing/handMade.ts'
import { seededRandom } from './testing/random.ts'

type Seen = { readonly hour: number; readonly told: Assessment }

type Watched = SeriesOptions & {
  readonly every?: number
  readonly restarts?: readonly number[]
}

/** What an engine says every half hour of what it is given. */
function watched(
  valueAt: (hour: number) => number,
  lasting: number,
  { every = minutes(1), restarts = [], ...options }: Watched = { kind: 'gauge' },
): Seen[] {
  const engine = driftEngine(options)
  const seen: Seen[] = []
  let next = 0
  for (const { t, v } of samplesOf(valueAt, lasting, { every })) {
    const hour = (t - START) / hours(1)
    for (let at = restarts[next]; at !== undefined && at <= hour; at = restarts[++next]) {
      engine.restart(START + hours(at))
    }
    engine.push(t, v)
    if (hour % 0.5 < 1e-9) seen.push({ hour, told: engine.assess() })
  }
  return seen
}

const driftsOf = (seen: readonly Seen[]): Seen[] => seen.filter(({ told }) => told.verdict === 'drift')
const draw = (): ((sigma: number) => number) => {
  const random = seededRandom(17, 'driftEngine')
  return (sigma) => sigma * random.normal()
}
const dayNight = (h: number): number => (1 - Math.cos((2 * Math.PI * (h - 4)) / 24)) / 2

const leakFreedTwice = (h: number): number => 600 + 30 * (h < 30 ? h : h < 55 ? h - 30 : h - 55)
const nightlyJob = (h: number): number => 100 + (h % 24 > 2 && h % 24 < 4 ? 300 * ((h % 24) - 2) : 0)

describe('sees', () => {
  it('30 MB/h on 600 MiB, and when it reaches 4 GiB', () => {
    const noise = draw()
    const seen = watched((h) => 600 + 30 * h + 25 * (h % 0.4) + noise(10), 100, {
      kind: 'gauge',
      limit: 4096,
    })
    const drifts = driftsOf(seen)
    expect(drifts[0]?.hour).toBeLessThan(35)
    expect(drifts.at(-1)?.hour).toBe(99.5)
    for (const { hour, told } of drifts) {
      const left = (4096 - 600 - 30 * hour) / 30
      expect(Math.abs((told.etaMs ?? 0) / hours(left) - 1), `at ${hour} h`).toBeLessThan(0.15)
      expect(told.slopePerHour).toBeGreaterThan(26)
      expect(told.slopePerHour).toBeLessThan(34)
      expect(told.since).toBeLessThan(START + hours(24))
    }
  })

  it('one descriptor in ten minutes, weeks before the limit', () => {
    const noise = draw()
    const descriptors = (h: number): number => Math.round(120 + 6 * h + 15 * dayNight(h) + noise(3))
    const drifts = driftsOf(watched(descriptors, 14 * 24, { kind: 'gauge', limit: 4096, every: minutes(2) }))
    const late = drifts.at(-1)
    expect(drifts[0]?.hour).toBeLessThan(72)
    expect(late?.hour).toBeGreaterThan(13.9 * 24)
    expect(late?.told.slopePerHour).toBeCloseTo(6, 0)
    expect((late?.told.etaMs ?? 0) / days(1)).toBeCloseTo((4096 - descriptors(336)) / 6 / 24, -1)
  })

  it('a queue that creeps by a thousandth an hour over weeks: 3 a month ago, 12 now', () => {
    const noise = draw()
    const depth = (h: number): number => Math.max(0, 3 * 1.002 ** h + 0.5 * dayNight(h) + noise(0.7))
    const drifts = driftsOf(watched(depth, 28 * 24, { kind: 'gauge', every: minutes(5) }))
    expect(drifts[0]?.hour).toBeLessThan(14 * 24)
    expect(drifts.length).toBeGreaterThan(300)
  })

  it('a counter whose rate grows', () => {
    let [total, last] = [0, 0]
    const errors = (h: number): number => {
      total += (h - last) * 3600 * (1 + h / 8)
      last = h
      return total
    }
    const drifts = driftsOf(watched(errors, 60, { kind: 'counter' }))
    expect(drifts[0]?.hour).toBeLessThan(36)
    expect(drifts.at(-1)?.told.slopePerHour).toBeCloseTo(1 / 8, 2)
  })

  it('a leak through restarts that free it', () => {
    const seen = watched(leakFreedTwice, 85, { kind: 'gauge', restarts: [30, 55] })
    const drifting = driftsOf(seen).map(({ hour }) => hour)
    expect(drifting.some((hour) => hour < 30)).toBe(true)
    expect(drifting.some((hour) => hour > 30 && hour < 55)).toBe(true)
    expect(drifting.some((hour) => hour > 55)).toBe(true)
  })

  it('a queue that fills in minutes', () => {
    const seen = samplesOf((h) => 5 + (h < 1 ? 0 : 1200 * (h - 1)), 1.5, { every: seconds(15) })
    const engine = driftEngine({ kind: 'gauge', limit: 500 })
    const found = seen.find(({ t, v }) => {
      engine.push(t, v)
      return engine.assess().verdict === 'drift'
    })
    expect(found?.v).toBeLessThan(300)
  })
})

describe('is silent on', () => {
  const noise = draw()
  const rows: readonly (Partial<Watched> & {
    name: string
    valueAt: (hour: number) => number
    lasting: number
  })[] = [
    {
      name: 'the saw teeth of a collector',
      valueAt: (h) => 300 + 500 * ((h * 2.3) % 1) + noise(5),
      lasting: 120,
      limit: 1024,
    },
    { name: 'saw teeth of hours', valueAt: (h) => 300 + 60 * (h % 5) + noise(5), lasting: 120, limit: 1024 },
    { name: 'day and night', valueAt: (h) => 200 + 300 * dayNight(h) + noise(10), lasting: 240, limit: 1000 },
    {
      name: 'a day that is slept through',
      valueAt: (h) => (h % 24 < 8 ? Number.NaN : 200 + 300 * dayNight(h)),
      lasting: 240,
    },
    {
      name: 'a warm-up',
      valueAt: (h) => 200 + 400 * (1 - Math.exp(-h / 2)) + noise(4),
      lasting: 72,
      limit: 1000,
    },
    {
      name: 'deploys, each with its warm-up',
      valueAt: (h) => 200 + 100 * (1 - Math.exp(-(h % 30))) + noise(4),
      lasting: 150,
      restarts: [30, 60, 90, 120],
    },
    {
      name: 'steps at deploys',
      valueAt: (h) => 200 + 50 * Math.floor(h / 30) + noise(4),
      lasting: 150,
      restarts: [30, 60, 90, 120],
      limit: 1000,
    },
    { name: 'a step that nobody told of', valueAt: (h) => (h < 50 ? 100 : 180) + noise(3), lasting: 120 },
    { name: 'a counter that counts', valueAt: (h) => Math.floor(90_000 * h), lasting: 72, kind: 'counter' },
    {
      name: 'a counter that starts anew',
      valueAt: (h) => Math.floor(90_000 * (h % 20)),
      lasting: 72,
      kind: 'counter',
    },
    { name: 'noise', valueAt: () => 100 + noise(40), lasting: 120, limit: 400 },
    {
      name: 'a crash loop',
      valueAt: (h) => 100 + 4000 * (h % 0.1),
      lasting: 24,
      restarts: Array.from({ length: 239 }, (_, i) => (i + 1) / 10),
    },
    { name: 'outliers', valueAt: (h) => (h % 3 < 0.03 ? 5000 : 100), lasting: 72, limit: 6000 },
  ]

  it.each(rows)('$name', ({ valueAt, lasting, kind = 'gauge', ...more }) => {
    expect(driftsOf(watched(valueAt, lasting, { kind, ...more }))).toEqual([])
  })
})

describe('an engine', () => {
  it('is surprised by a nightly job that fills the memory once, not every night', () => {
    const hoursOfDrift = driftsOf(watched(nightlyJob, 150, { kind: 'gauge', limit: 2000 })).map(
      ({ hour }) => hour,
    )
    expect(hoursOfDrift.filter((hour) => hour > 24)).toEqual([])
  })

  it('says the same as often as it is asked', () => {
    const engine = driftEngine({ kind: 'gauge', limit: 4096 })
    for (const { t, v } of samplesOf((h) => 600 + 30 * h, 40, { every: minutes(1) })) engine.push(t, v)
    expect(engine.assess()).toEqual(engine.assess())
  })

  it('knows at first nothing, then more', () => {
    const kinds = watched((h) => 600 + 30 * h, 40).map(({ told }) => told.verdict)
    const seen: SlopeVerdict[] = [...new Set(kinds)]
    expect(seen[0]).toBe('insufficient')
    expect(seen.at(-1)).toBe('drift')
  })
})
