import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { addValue, type BinRing, binRing, binsBetween, bytesOf, halve } from './binRing.ts'

const WIDTH = minutes(1)
const MOST = 40

const ringOf = (values: readonly (readonly [bin: number, value: number])[]): BinRing => {
  const ring = binRing(WIDTH, MOST)
  for (const [bin, value] of values) addValue(ring, bin * WIDTH + 1, value)
  return ring
}

/** Every bin as [number, mean, low, high, count]. */
const told = (ring: BinRing) =>
  binsBetween(ring, 0, Infinity).map(({ t, mean, low, high, count }) => [t / WIDTH, mean, low, high, count])

describe('a ring of bins', () => {
  for (const { name, values, expected } of [
    { name: 'nothing', values: [], expected: [] },
    { name: 'one value', values: [[100, 5]], expected: [[100, 5, 5, 5, 1]] },
    {
      name: 'mean and extremes of one bin',
      values: [
        [100, 2],
        [100, 8],
        [100, 5],
      ],
      expected: [[100, 5, 2, 8, 3]],
    },
    {
      name: 'a gap stays empty',
      values: [
        [100, 1],
        [103, 2],
      ],
      expected: [
        [100, 1, 1, 1, 1],
        [103, 2, 2, 2, 1],
      ],
    },
    {
      name: 'an older value goes where it belongs',
      values: [
        [103, 2],
        [100, 1],
      ],
      expected: [
        [100, 1, 1, 1, 1],
        [103, 2, 2, 2, 1],
      ],
    },
    {
      name: 'what is out of reach goes',
      values: [
        [100, 1],
        [120, 2],
        [141, 3],
      ],
      expected: [
        [120, 2, 2, 2, 1],
        [141, 3, 3, 3, 1],
      ],
    },
    {
      name: 'a jump ahead empties it',
      values: [
        [100, 1],
        [900, 2],
      ],
      expected: [[900, 2, 2, 2, 1]],
    },
    {
      name: 'a clock that was set back starts it anew',
      values: [
        [900, 2],
        [100, 1],
      ],
      expected: [[100, 1, 1, 1, 1]],
    },
    {
      name: 'no number',
      values: [
        [100, Number.NaN],
        [101, Infinity],
        [102, 1],
      ],
      expected: [[102, 1, 1, 1, 1]],
    },
  ] satisfies { name: string; values: [number, number][]; expected: number[][] }[]) {
    it(name, () => {
      expect(told(ringOf(values))).toEqual(expected)
    })
  }

  it('takes memory as it fills, and never more than for all its bins', () => {
    const ring = binRing(WIDTH, 1440)
    expect(bytesOf(ring)).toBe(4 * 14)
    for (let bin = 0; bin < 5000; bin++) addValue(ring, bin * WIDTH, 1)
    expect(bytesOf(ring)).toBe(1440 * 14)
    expect(told(ring)).toHaveLength(1440)
  })

  it('goes on with the bins it has where there is no room, and forgets the oldest', () => {
    const ring = binRing(WIDTH, MOST, (more) => more < 100)
    for (let bin = 0; bin < 100; bin++) addValue(ring, bin * WIDTH, bin)
    expect(bytesOf(ring)).toBe(8 * 14)
    expect(told(ring).map(([bin]) => bin)).toEqual([92, 93, 94, 95, 96, 97, 98, 99])
    addValue(ring, 80 * WIDTH, 1)
    addValue(ring, 130 * WIDTH, 1)
    expect(told(ring).map(([bin]) => bin)).toEqual([130])
  })

  it('gives the older half up when asked to', () => {
    const ring = binRing(WIDTH, MOST)
    for (let bin = 0; bin < 30; bin++) addValue(ring, bin * WIDTH, bin)
    expect([halve(ring, 16), halve(ring, 16)]).toEqual([true, false])
    expect(told(ring).map(([bin]) => bin)).toEqual(Array.from({ length: 16 }, (_, i) => 14 + i))
  })

  it('leaves out what single precision cannot hold', () => {
    expect(told(ringOf([[100, 1e39]]))).toEqual([])
  })

  it('tells the bins that begin in a stretch of time', () => {
    const ring = ringOf([
      [100, 1],
      [101, 2],
      [102, 3],
    ])
    expect(binsBetween(ring, 101 * WIDTH, 102 * WIDTH).map(({ mean }) => mean)).toEqual([2])
    expect(binsBetween(ring, 100 * WIDTH + 1, 102 * WIDTH + 1).map(({ mean }) => mean)).toEqual([2, 3])
  })

  it('tells the same as a list of all values would, whatever comes', () => {
    const steps = fc.array(
      fc.tuple(fc.integer({ min: -30, max: 45 }), fc.integer({ min: -1000, max: 1000 })),
      { maxLength: 80 },
    )
    fc.assert(
      fc.property(steps, (moves) => {
        const ring = binRing(WIDTH, MOST)
        let all: { bin: number; value: number }[] = []
        let bin = 1000
        for (const [move, value] of moves) {
          bin = Math.max(0, bin + move)
          const newest = Math.max(-Infinity, ...all.map((one) => one.bin))
          if (bin <= newest - MOST || bin - newest >= MOST) all = []
          all.push({ bin, value })
          addValue(ring, bin * WIDTH, value)
          all = all.filter((one) => one.bin > Math.max(newest, bin) - MOST || all.length === 1)
        }
        const bins = [...new Set(all.map((one) => one.bin))].toSorted((a, b) => a - b)
        const expected = bins.map((number) => {
          const values = all.filter((one) => one.bin === number).map((one) => one.value)
          return [number, Math.min(...values), Math.max(...values), values.length]
        })
        expect(told(ring).map(([number, , low, high, count]) => [number, low, high, count])).toEqual(expected)
        const means = told(ring).map(([, mean]) => mean ?? Number.NaN)
        for (const [i, number] of bins.entries()) {
          const values = all.filter((one) => one.bin === number).map((one) => one.value)
          expect(means[i]).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 2)
        }
      }),
    )
  })
})
