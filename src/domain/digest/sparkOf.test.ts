import { describe, expect, it } from 'vitest'
import { BEGIN, follow, type Followed, leaking } from '#src/domain/drift/testing/follow.ts'
import { recentSeries, record } from '#src/domain/series/recentSeries.ts'
import { days, type EpochMs, hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { podFacts, scraped } from '#src/domain/watch/testing/podFacts.ts'
import type { Spark, SparkSlope } from './digestRow.ts'
import { sparkOf } from './sparkOf.ts'

const LIMIT = mebibytes(4096)

const leak = (hour: number) => ({ values: [['memory', leaking(hour), LIMIT] as const] })
const calm = (hour: number) => ({
  values: [['memory', leaking(0) + (Math.round(hour * 6) % 2), LIMIT] as const],
})

function drawn({ memory, pod }: Followed, was: Spark | null = null): Spark | null {
  return sparkOf(pod, 'memory', { recent: new Map(), memory }, was)
}

const present = (spark: Spark | null): Spark => {
  if (spark === null) throw new Error('no line')
  return spark
}

function slopeOf(followed: Followed): SparkSlope {
  const { slope } = present(drawn(followed))
  if (slope === null) throw new Error('no slope')
  return slope
}

const endOf = ({ from, step, values }: Spark): EpochMs => from + values.length * step

describe('sparkOf', () => {
  it('is none where nothing was read', () => {
    const lines = { recent: new Map(), memory: follow(0, leak).memory }
    expect(sparkOf(podFacts(), 'memory', lines, null)).toBeNull()
  })

  it('is none of a signal that was not on any page', () => {
    const { memory, pod } = follow(3, leak)
    expect(sparkOf(pod, 'fds', { recent: new Map(), memory }, null)).toBeNull()
  })

  it('is of the last half hour while less than an hour is known', () => {
    const { memory, pod } = follow(0.5, leak, { every: minutes(1) })
    const line = recentSeries(80, 20_000)
    record(line, BEGIN + minutes(29), 7)
    record(line, BEGIN + minutes(30), 8)
    const recent = new Map([['orders-1', new Map([['memory' as const, line]])]])
    const spark = sparkOf(pod, 'memory', { recent, memory }, null)
    expect(spark).toMatchObject({
      step: 20_000,
      readAt: BEGIN + minutes(30),
      signal: 'memory',
      pod: 'orders-1',
    })
    expect(spark?.values.at(-1)).toBe(8)
    expect(drawn({ memory, pod })).toBeNull()
  })

  it.each<[string, number, number]>([
    ['all that is known of a day', 5, 5],
    ['a day', 60, 24],
  ])('is of %s', (_, known, shown) => {
    const spark = present(drawn(follow(known, calm)))
    expect((BEGIN + hours(known) - spark.from) / hours(1)).toBeCloseTo(shown, 0)
    expect(endOf(spark)).toBeGreaterThanOrEqual(BEGIN + hours(known))
  })

  it('shows all of a drift that is older than a day, and a quarter more', () => {
    const before = follow(48, calm)
    const spark = present(drawn(follow(60, leak, { after: before, from: BEGIN + hours(48.2) })))
    const { since = null } = spark.slope ?? {}
    const at = BEGIN + hours(108.2)
    expect(spark.slope?.isDrift).toBe(true)
    expect(spark.from).toBeLessThan((since ?? 0) - 0.2 * (at - (since ?? 0)))
    expect(spark.from).toBeGreaterThan(BEGIN)
  })

  it('draws the slope of a drift over all of it, up to the newest value', () => {
    const slope = slopeOf(follow(60, leak))
    const at = BEGIN + hours(60)
    expect(slope).toMatchObject({ isDrift: true, to: at })
    expect(slope.from).toBeLessThanOrEqual(slope.since ?? 0)
    expect(slope.toValue / leaking(60)).toBeCloseTo(1, 1)
    expect(slope.toValue - slope.fromValue).toBeCloseTo((slope.perHour * (at - slope.from)) / hours(1), 0)
  })

  it('tells when a drift reaches the bound, and between which moments', () => {
    const { reachedAt, reachedBetween } = slopeOf(follow(60, leak))
    const truth = BEGIN + hours((4096 - 300) / 30)
    expect(Math.abs((reachedAt ?? 0) - truth)).toBeLessThan(hours(3))
    expect(reachedBetween?.[0]).toBeLessThan(truth)
  })

  it('draws a flat line of what does not rise, which reaches nothing', () => {
    const { slope, bound } = present(drawn(follow(60, calm)))
    expect(slope).toMatchObject({ isDrift: false, since: null, reachedAt: null, reachedBetween: null })
    expect(bound).toBe(LIMIT)
  })

  it('draws no slope of a few minutes, nor of a signal that is not judged by it', () => {
    expect(present(drawn(follow(1.2, leak))).slope?.isDrift ?? false).toBe(false)
    const { memory, pod } = follow(5, (hour) => ({ values: [['requestRate', hour]] }))
    expect(sparkOf(pod, 'requestRate', { recent: new Map(), memory }, null)?.slope).toBeNull()
  })

  it('takes the bound of the fleet file before that of the metrics', () => {
    const service = serviceOf({ pods: 1, bounds: { memory: '1GiB' } })
    expect(drawn(follow(3, calm, { service }))?.bound).toBe(mebibytes(1024))
  })

  it('has no slope of what is not told any more: the series of a page that is cut', () => {
    const { memory, pod } = follow(30, (hour) => ({ values: [['seriesCount', 1000 + 50 * hour, 10_000]] }))
    const lines = { recent: new Map(), memory }
    expect(sparkOf(pod, 'seriesCount', lines, null)?.slope?.isDrift).toBe(true)
    const at = BEGIN + hours(32)
    const cut = { ...pod, tracks: { ...pod.tracks, metrics: scraped({ truncatedBy: 'bytes' }, 20, { at }) } }
    expect(sparkOf(cut, 'seriesCount', lines, null)).toMatchObject({ readAt: at, slope: null })
  })

  it('marks the starts that lie on it', () => {
    const started = BEGIN + hours(10)
    const first = follow(9.9, calm)
    const after = follow(5, (hour) => ({ ...calm(hour), startedAt: started }), {
      after: first,
      from: started + minutes(1),
    })
    expect(drawn(after)?.marks).toMatchObject([{ at: started, kind: 'restart' }])
    const later = follow(days(2) / hours(1), (hour) => ({ ...calm(hour), startedAt: started }), {
      after,
      from: BEGIN + hours(16),
    })
    expect(drawn(later)?.marks).toEqual([])
  })

  it('is the one that was drawn before, until a newer page was read', () => {
    const followed = follow(5, calm)
    const was = present(drawn(followed))
    expect(drawn(followed, was)).toBe(was)
    const newer = follow(0, calm, { after: followed, from: BEGIN + hours(5.5) })
    const next = present(drawn(newer, was))
    expect(next).not.toBe(was)
    expect(next.readAt).toBe(BEGIN + hours(5.5))
    expect(drawn(followed, { ...was, signal: 'fds' })).not.toBe(was)
  })
})
