import { describe, expect, it } from 'vitest'
import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { A_MONDAY, hourOfDay } from './calendar.ts'
import { median } from './quantile.ts'
import { seededRandom } from './random.ts'
import { count, sample } from './sampling.ts'
import type { Sample, Stage } from './scenario.ts'

const stage = (seed: number, length: number): Stage => ({
  random: seededRandom(seed),
  from: A_MONDAY,
  until: A_MONDAY + length,
})

const gapsOf = (samples: readonly Sample[]): readonly number[] =>
  samples.slice(1).map(({ t }, index) => t - (samples[index]?.t ?? t))

describe('sample', () => {
  const week = sample(stage(1, days(7)), (t) => t)

  it('is late by up to a tenth, and in order', () => {
    expect(Math.abs((median(gapsOf(week)) ?? 0) - seconds(30))).toBeLessThan(100)
    expect(Math.min(...gapsOf(week))).toBeGreaterThan(seconds(26))
    for (const { t, v } of week) expect(v).toBe(t)
  })

  it('misses some samples and, now and then, a quarter of an hour', () => {
    const share = week.length / (days(7) / seconds(30))
    expect(share).toBeGreaterThan(0.97)
    expect(share).toBeLessThan(0.999)
    const outages = gapsOf(week).filter((gap) => gap > minutes(2))
    expect(outages.length).toBeGreaterThan(0)
    expect(Math.max(...outages)).toBeLessThan(minutes(17))
  })

  it('asks in order of time, at missing samples too, and nothing outside of its stage', () => {
    const asked: number[] = []
    const samples = sample(stage(2, hours(10)), (t) => asked.push(t), {
      every: seconds(15),
      awake: (t) => hourOfDay(t) < 5,
    })
    expect(asked.length).toBe(hours(10) / seconds(15) - 1)
    expect(asked).toEqual(asked.toSorted((a, b) => a - b))
    expect(asked.at(-1)).toBeLessThan(A_MONDAY + hours(10))
    expect(samples.every(({ t }) => hourOfDay(t) < 5)).toBe(true)
    expect(samples.length).toBeGreaterThan(1100)
  })
})

describe('count', () => {
  it('counts what happened between two samples, also while none came', () => {
    const samples = count(stage(3, days(1)), () => 2)
    const last = samples.at(-1)
    const passed = ((last?.t ?? 0) - A_MONDAY) / 1000
    expect(Math.abs((last?.v ?? 0) / (2 * passed) - 1)).toBeLessThan(0.02)
  })

  it('never falls but at a restart, and starts from zero there', () => {
    const restart = A_MONDAY + hours(5) + 1234
    const samples = count(stage(4, hours(10)), () => 1, [restart])
    const falls = samples.filter(({ v }, index) => v < (samples[index - 1]?.v ?? 0))
    expect(falls.length).toBe(1)
    expect(falls[0]?.t).toBeGreaterThanOrEqual(restart)
    expect(falls[0]?.v).toBeLessThan(120)
  })
})
