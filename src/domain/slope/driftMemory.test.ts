import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSample, meanOf, newestBin } from './bins.ts'
import { BYTES_PER_SERIES, driftMemory, type Series } from './driftMemory.ts'
import { LEVEL_NUMBERS } from './levels.ts'
import { START } from './testing/handMade.ts'

const TIMES = ['firstAt', 'lastAt', 'segmentStart', 'quarantineEnd', 'pendingStart', 'driftOnset'] as const
const NUMBERS = ['guardMean', 'guardRun', 'curve0', 'curve5', 'curveHeight', 'nearly', 'slopeBefore'] as const

const numbersOf = (series: Series): number[] => [...TIMES, ...NUMBERS].map((name) => series[name])

describe('driftMemory', () => {
  it('takes at most 2 KB a series', () => {
    expect(BYTES_PER_SERIES).toBeLessThanOrEqual(2048)
  })

  it('begins without a drift, a curve, a time or a bin', () => {
    const series = driftMemory(3).at(2)
    expect(TIMES.map((name) => series[name])).toEqual(TIMES.map(() => Number.NaN))
    expect(series).toMatchObject({ driftLevel: -1, slopeBefore: 0, ignoreHistory: 0 })
    expect([...series.bins.passes.subarray(10)]).toEqual([0, 0, 0, 0, 0])
    expect(series.guardMean).toBeNaN()
    expect(series.curveHeight).toBeNaN()
    expect(LEVEL_NUMBERS.map((level) => newestBin(series, level))).toEqual([-1, -1, -1, -1, -1])
  })

  it('keeps times to the millisecond', () => {
    const series = driftMemory(1).at(0)
    series.lastAt = START + 1
    expect(series.lastAt).toBe(START + 1)
  })

  it('gives each series its own numbers', () => {
    const write = fc.record({
      slot: fc.nat(4),
      name: fc.constantFrom(...TIMES, ...NUMBERS),
      value: fc.integer({ min: -9999, max: 9999 }),
    })
    fc.assert(
      fc.property(fc.array(write), (writes) => {
        const memory = driftMemory(5)
        const expected = new Map<string, number>()
        for (const { slot, name, value } of writes) {
          memory.at(slot)[name] = value
          expected.set(`${slot} ${name}`, value)
        }
        for (const { slot, name } of writes) {
          expect(memory.at(slot)[name]).toBe(expected.get(`${slot} ${name}`))
        }
      }),
    )
  })

  it('clears one series and leaves its neighbours alone', () => {
    const memory = driftMemory(3)
    for (const slot of [0, 1, 2]) {
      const series = memory.at(slot)
      for (let i = 0; i < 4000; i++) addSample(series, START + i * 30_000, i + slot, 4)
      for (const name of [...TIMES, ...NUMBERS]) series[name] = slot + 1
    }
    const shown = (slot: number): readonly number[] => {
      const series = memory.at(slot)
      return numbersOf(series).concat(
        LEVEL_NUMBERS.map((level) => meanOf(series, level, newestBin(series, level))),
      )
    }
    const [before, after] = [shown(0), shown(2)]
    memory.clear(1)
    expect(shown(0)).toEqual(before)
    expect(shown(2)).toEqual(after)
    expect(numbersOf(memory.at(1))).toEqual(numbersOf(driftMemory(1).at(0)))
    expect(newestBin(memory.at(1), 0)).toBe(-1)
  })

  it('knows nothing of what a cleared series had', () => {
    const memory = driftMemory(1)
    for (let i = 0; i < 200; i++) addSample(memory.at(0), START + i * 30_000, 5, 4)
    memory.clear(0)
    const series = memory.at(0)
    for (let i = 400; i < 402; i++) addSample(series, START + i * 30_000, 7, 4)
    const newest = newestBin(series, 0)
    expect(meanOf(series, 0, newest)).toBe(7)
    expect(meanOf(series, 0, newest - 1)).toBeNaN()
  })
})
