import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf, recentSeries, record } from './recentSeries.ts'

type Write = readonly [t: number, value: number]

const drawn = (writes: readonly Write[]): { from: number; values: number[] } | null => {
  const series = recentSeries(4, 10)
  for (const [t, value] of writes) record(series, t, value)
  const line = lineOf(series)
  return line === null ? null : { from: line.from, values: [...line.values] }
}

describe('a ring of four bins of 10 ms', () => {
  const rows: readonly { name: string; writes: readonly Write[]; expected: ReturnType<typeof drawn> }[] = [
    { name: 'is no line when empty', writes: [], expected: null },
    { name: 'leaves NaN out', writes: [[100, Number.NaN]], expected: null },
    { name: 'draws one value', writes: [[105, 1]], expected: { from: 100, values: [1] } },
    {
      name: 'keeps the last value of a bin',
      writes: [
        [100, 1],
        [109, 2],
      ],
      expected: { from: 100, values: [2] },
    },
    {
      name: 'keeps gaps as gaps',
      writes: [
        [100, 1],
        [120, 3],
      ],
      expected: { from: 100, values: [1, Number.NaN, 3] },
    },
    {
      name: 'forgets the oldest',
      writes: [
        [100, 1],
        [110, 2],
        [120, 3],
        [130, 4],
        [140, 5],
      ],
      expected: { from: 110, values: [2, 3, 4, 5] },
    },
    {
      name: 'starts anew after a long gap',
      writes: [
        [100, 1],
        [900, 9],
      ],
      expected: { from: 900, values: [9] },
    },
    {
      name: 'takes a late value',
      writes: [
        [100, 1],
        [120, 3],
        [110, 2],
      ],
      expected: { from: 100, values: [1, 2, 3] },
    },
    {
      name: 'starts anew when the clock jumps far back',
      writes: [
        [900, 9],
        [100, 1],
      ],
      expected: { from: 100, values: [1] },
    },
  ]
  for (const { name, writes, expected } of rows) {
    it(name, () => {
      expect(drawn(writes)).toEqual(expected)
    })
  }

  it('never holds more than its bins, and ends with the newest', () => {
    const write = fc.tuple(
      fc.nat(2000),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
    )
    fc.assert(
      fc.property(fc.array(write, { minLength: 1 }), (writes) => {
        const line = drawn(writes)
        expect(line?.values.length).toBeLessThanOrEqual(4)
        expect(line?.values.at(-1)).not.toBeNaN()
      }),
    )
  })
})
