import { describe, expect, it } from 'vitest'
import { type Bump, bumps } from './bumps.ts'

const bump = (start: number): Bump => ({ start, rise: 10, hold: 20, fall: 5, height: 100 })
const cut: Bump = { start: 0, rise: 10, hold: 0, fall: 0, height: 100 }

const rows: readonly {
  readonly name: string
  readonly all: readonly Bump[]
  readonly at: readonly number[]
  readonly expected: readonly number[]
}[] = [
  { name: 'nothing', all: [], at: [0, 5], expected: [0, 0] },
  {
    name: 'up, level and down',
    all: [bump(100)],
    at: [99, 100, 105, 110, 129, 130, 132.5, 135, 200],
    expected: [0, 0, 50, 100, 100, 100, 50, 0, 0],
  },
  { name: 'gone at once', all: [cut], at: [5, 9, 10, 11], expected: [50, 90, 0, 0] },
  {
    name: 'one on another, in any order',
    all: [bump(120), bump(100)],
    at: [115, 125, 130, 140, 160],
    expected: [100, 150, 200, 100, 0],
  },
  {
    name: 'a short one inside a long one',
    all: [{ ...bump(0), hold: 1000 }, cut],
    at: [5, 20, 500, 1012.5],
    expected: [100, 100, 100, 50],
  },
]

describe('bumps', () => {
  it.each(rows)('$name', ({ all, at, expected }) => {
    const sum = bumps(all)
    expect(at.map(sum)).toEqual(expected)
  })
})
