import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solve } from './solve.ts'

const solved = (matrix: readonly number[][], right: readonly number[]): number[] | null =>
  solve(Float64Array.from(matrix.flat()), Float64Array.from(right))

describe('solve', () => {
  const rows: readonly { name: string; matrix: number[][]; right: number[]; expected: number[] | null }[] = [
    { name: 'nothing', matrix: [], right: [], expected: [] },
    { name: 'one unknown', matrix: [[4]], right: [8], expected: [2] },
    {
      name: 'the identity',
      matrix: [
        [1, 0],
        [0, 1],
      ],
      right: [3, -4],
      expected: [3, -4],
    },
    {
      name: 'two unknowns',
      matrix: [
        [2, 1],
        [1, 3],
      ],
      right: [4, 7],
      expected: [1, 2],
    },
    {
      name: 'a zero where a pivot is needed',
      matrix: [
        [0, 1],
        [1, 0],
      ],
      right: [5, 6],
      expected: [6, 5],
    },
    {
      name: 'two equal rows',
      matrix: [
        [1, 1],
        [1, 1],
      ],
      right: [1, 2],
      expected: null,
    },
    { name: 'only zeros', matrix: [[0]], right: [1], expected: null },
  ]

  it.each(rows)('$name', ({ matrix, right, expected }) => {
    expect(solved(matrix, right)).toEqual(expected)
  })

  it('finds again what a positive definite system was made of', () => {
    const number = fc.integer({ min: -9, max: 9 })
    const system = fc
      .integer({ min: 1, max: 8 })
      .chain((n) =>
        fc.tuple(
          fc.array(fc.array(number, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
          fc.array(number, { minLength: n, maxLength: n }),
          fc.constantFrom(1e-9, 1, 1e9),
        ),
      )
    fc.assert(
      fc.property(system, ([a, wanted, scale]) => {
        const matrix = a.map((row, i) =>
          a.map(
            (other, j) =>
              scale * ((i === j ? 1 : 0) + row.reduce((sum, v, k) => sum + v * (other[k] ?? 0), 0)),
          ),
        )
        const right = matrix.map((row) => row.reduce((sum, value, j) => sum + value * (wanted[j] ?? 0), 0))
        const found = solved(matrix, right) ?? []
        for (const [i, value] of wanted.entries()) expect(found[i]).toBeCloseTo(value, 5)
      }),
    )
  })
})
