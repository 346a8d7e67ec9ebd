import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ELSEWHERE } from './binRing.ts'
import { byteReader } from './byteReader.ts'
import { byteWriter } from './byteWriter.ts'
import { emptyRows, type Rows } from './rows.ts'
import { readRun, writeRun } from './slabRun.ts'

const MOST = 20
const FIRST = 1000

type Row = readonly [mean: number, low: number, high: number, count: number]

const rowsOf = (bins: readonly Row[]): Rows => {
  const rows = emptyRows(MOST)
  rows.first = FIRST + 3
  rows.length = bins.length
  for (const [i, [mean, low, high, count]] of bins.entries()) {
    rows.values.set([mean, low, high], 3 * i)
    rows.count[i] = count
  }
  return rows
}

const written = (rows: Rows): Uint8Array => {
  const out = byteWriter(8)
  writeRun(out, rows, FIRST)
  return out.done()
}

const told = ({ first, length, values, count }: Rows) =>
  Array.from({ length }, (_, i) =>
    count[i] === 0 ? [first + i] : [first + i, ...values.subarray(3 * i, 3 * i + 3), count[i]],
  )

describe('a run of bins as bytes', () => {
  it.each([
    { name: 'none', bins: [], bytes: 1 },
    { name: 'one of one value', bins: [[5, 5, 5, 1]], bytes: 3 + 4 },
    { name: 'all the same', bins: Array.from({ length: 10 }, () => [5, 5, 5, 4] as const), bytes: 3 + 4 },
    {
      name: 'measured elsewhere',
      bins: Array.from({ length: 10 }, () => [5, 5, 5, 1 | ELSEWHERE] as const),
      bytes: 3 + 4,
    },
    {
      name: 'one value each',
      bins: [
        [5, 5, 5, 4],
        [6, 6, 6, 4],
      ],
      bytes: 3 + 8,
    },
    {
      name: 'several values',
      bins: [
        [5, 4, 6, 4],
        [6, 6, 6, 4],
      ],
      bytes: 3 + 24,
    },
    {
      name: 'a gap',
      bins: [
        [5, 4, 6, 4],
        [0, 0, 0, 0],
        [6, 6, 6, 3],
      ],
      bytes: 2 + 6 + 24,
    },
    {
      name: 'zeros of both signs',
      bins: [
        [0, -0, 0, 2],
        [0, 0, 0, 2],
      ],
      bytes: 3 + 24,
    },
  ] satisfies { name: string; bins: readonly Row[]; bytes: number }[])('$name', ({ bins, bytes }) => {
    const run = written(rowsOf(bins))
    expect(run).toHaveLength(bytes)
    const [from, back] = [byteReader(run), emptyRows(MOST)]
    readRun(from, FIRST, back)
    expect(told(back)).toEqual(told(rowsOf(bins)))
    expect(from.isAtEnd()).toBe(true)
  })

  it('reads back as it was, whatever is in it', () => {
    const value = fc.oneof(fc.constantFrom(0, 7), fc.float({ noNaN: true, noDefaultInfinity: true }))
    const bin = fc.tuple(value, value, value, fc.constantFrom(0, 1, 2, 2, 0x7fff, 1 | ELSEWHERE))
    const one = fc.tuple(value, fc.nat({ max: 3 })).map(([v, count]): Row => [v, v, v, count])
    fc.assert(
      fc.property(fc.array(fc.oneof(bin, one), { maxLength: MOST }), (bins) => {
        const filled = bins.flatMap(([, , , count], i) => (count === 0 ? [] : [i]))
        const rows = rowsOf(bins.slice(filled[0] ?? 0, (filled.at(-1) ?? -1) + 1))
        const [from, back] = [byteReader(written(rows)), emptyRows(MOST)]
        readRun(from, FIRST, back)
        expect(told(back)).toEqual(told(rows))
        expect(from.isAtEnd()).toBe(true)
      }),
    )
  })

  it('gives no bins where it ends too early, or there is no room for it', () => {
    const run = written(rowsOf(Array.from({ length: MOST }, (_, i) => [i, 0, 99, i + 1] as const)))
    for (const [bytes, most] of [
      [run.slice(0, -1), MOST],
      [run.slice(0, 9), MOST],
      [run, MOST - 1],
    ] as const) {
      const [from, back] = [byteReader(bytes), emptyRows(most)]
      readRun(from, FIRST, back)
      expect([back.length, from.isBroken()]).toEqual([0, true])
    }
  })

  it('never throws, and takes no longer than its bytes, whatever it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const [from, back] = [byteReader(bytes), emptyRows(MOST)]
        readRun(from, FIRST, back)
        expect(back.length).toBeLessThanOrEqual(from.isBroken() ? 0 : MOST)
      }),
    )
  })
})
