import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DurationMs, type EpochMs, days, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { addSample, binOf, coarseHighOf, fineHighOf, meanOf, newestBin, oldestBin } from './bins.ts'
import { driftMemory, type Series } from './driftMemory.ts'
import { LEVEL_NUMBERS, type LevelNumber, LEVELS } from './levels.ts'
import { mean } from './ordered.ts'
import { START } from './testing/handMade.ts'

type Added = { readonly t: EpochMs; readonly v: number }

const filled = (samples: readonly Added[]): Series => {
  const series = driftMemory(2).at(1)
  for (const { t, v } of samples) addSample(series, t, v, 4)
  return series
}

/** All samples kept: what the bins have to say in the end. */
const meanIn = (samples: readonly Added[], level: LevelNumber, bin: number): number =>
  mean(samples.filter(({ t }) => binOf(level, t) === bin).map(({ v }) => v))

/** The largest mean of the filled finer bins inside a bin; NaN where there is none. */
function highIn(samples: readonly Added[], level: LevelNumber, bin: number, finer: LevelNumber): number {
  const inside = samples.filter(({ t }) => binOf(level, t) === bin)
  const bins = new Set(inside.map(({ t }) => binOf(finer, t)))
  return bins.size === 0 ? Number.NaN : Math.max(...[...bins].map((each) => meanIn(inside, finer, each)))
}

/** Means are whole numbers of sixteenths: exact in single precision. */
const near = (found: number, expected: number): void => {
  if (Number.isNaN(expected)) expect(found).toBeNaN()
  else expect(found).toBeCloseTo(expected, 2)
}

function expectAsNaive(samples: readonly Added[]): void {
  const series = filled(samples)
  const last = samples.at(-1)?.t ?? START
  for (const level of LEVEL_NUMBERS) {
    const newest = newestBin(series, level)
    expect(newest).toBe(samples.length === 0 ? -1 : binOf(level, last) - 1)
    for (let bin = oldestBin(series, level); bin <= newest; bin++) {
      near(meanOf(series, level, bin), meanIn(samples, level, bin))
      if (level === 2 || level === 3) near(fineHighOf(series, level, bin), highIn(samples, level, bin, 0))
      if (level === 3) near(coarseHighOf(series, bin), highIn(samples, 3, bin, 2))
    }
  }
}

const jump = (longest: DurationMs): fc.Arbitrary<number> => fc.integer({ min: 1, max: longest })

const samplesWith = (gap: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<Added[]> =>
  fc.array(fc.record({ gap, v: fc.integer({ min: -200, max: 200 }) }), { maxLength }).map((list) => {
    let t = START
    return list.map(({ gap: by, v }) => ({ t: (t += by), v }))
  })

describe('bins say what all samples kept would say', () => {
  it.each([
    { name: 'some a bin', gap: jump(seconds(40)), most: 80 },
    { name: 'with gaps', gap: fc.oneof(jump(seconds(40)), jump(hours(1))), most: 40 },
    { name: 'rare', gap: jump(hours(5)), most: 60 },
    { name: 'with jumps longer than a ring', gap: fc.oneof(jump(minutes(1)), jump(hours(30))), most: 30 },
    { name: 'with jumps of weeks', gap: fc.oneof(jump(hours(4)), jump(days(40))), most: 20 },
  ])('$name', ({ gap, most }) => {
    fc.assert(fc.property(samplesWith(gap, most), expectAsNaive), { numRuns: 25 })
  })
})

describe('addSample', () => {
  const rows: readonly { name: string; times: readonly DurationMs[]; expected: readonly number[] }[] = [
    { name: 'closes nothing at first', times: [0], expected: [0] },
    { name: 'nothing inside a bin', times: [0, seconds(29)], expected: [0, 0] },
    { name: 'the finest after half a minute', times: [0, seconds(30)], expected: [0, 0b1] },
    { name: 'two after five minutes', times: [0, minutes(5)], expected: [0, 0b11] },
    { name: 'three after half an hour', times: [0, minutes(30)], expected: [0, 0b111] },
    { name: 'all after half a day', times: [0, hours(12)], expected: [0, 0b11111] },
    { name: 'each once over a gap', times: [0, days(900), days(900) + 1], expected: [0, 0b11111, 0] },
  ]

  it.each(rows)('$name', ({ times, expected }) => {
    const series = driftMemory(1).at(0)
    expect(times.map((t) => addSample(series, START + t, 1, 4))).toEqual(expected)
  })

  it('of a start-up, keeps the finest level only, and no high', () => {
    const series = driftMemory(1).at(0)
    series.quarantineEnd = START + minutes(50)
    addSample(series, START, 1, 4)
    for (let i = 1; i < 100; i++) addSample(series, START + i * 30_000, 1000, 0)
    addSample(series, START + hours(1), 1, 4)
    expect(newestBin(series, 0)).toBe(binOf(0, START + hours(1)) - 1)
    expect(meanOf(series, 1, binOf(1, START))).toBe(1)
    expect(meanOf(series, 1, newestBin(series, 1))).toBeNaN()
    expect(meanOf(series, 2, binOf(2, START))).toBe(1)
    expect(fineHighOf(series, 2, binOf(2, START))).toBe(1)
  })

  it('counts more than 255 samples a bin, and forgets none of their sum', () => {
    const samples = Array.from({ length: 3000 }, (_, i) => ({ t: START + i * 100, v: i }))
    expect(() => expectAsNaive([...samples, { t: START + hours(1), v: 0 }])).not.toThrow()
  })

  it('remembers as many bins as a level has, and no more', () => {
    const series = filled(Array.from({ length: 30_000 }, (_, i) => ({ t: START + i * minutes(5), v: i })))
    for (const { number: level, bins } of LEVELS) {
      expect(newestBin(series, level) - oldestBin(series, level) + 1).toBe(bins)
      expect(level === 0 || meanOf(series, level, oldestBin(series, level)) > 0).toBe(true)
    }
  })

  it('has empty bins only after the clock went far ahead', () => {
    const series = filled([
      { t: START, v: 1 },
      { t: START + seconds(40), v: 2 },
      { t: START + days(20_000), v: 3 },
      { t: START + days(20_000) + hours(13), v: 4 },
    ])
    for (const level of LEVEL_NUMBERS) {
      const kept = []
      for (let bin = oldestBin(series, level); bin <= newestBin(series, level); bin++) {
        const value = meanOf(series, level, bin)
        if (!Number.isNaN(value)) kept.push(value)
      }
      expect(kept).toEqual(LEVELS[level].width * LEVELS[level].bins > hours(13) ? [3] : [])
    }
  })
})
