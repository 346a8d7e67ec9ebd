import fc from 'fast-check'
import { expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import type { KeptLine } from './evidence.ts'
import { NOW } from './testing/events.ts'
import { thinLine } from './thinLine.ts'

const lineOf = (values: readonly (number | null)[], bound: number | null = null): KeptLine => ({
  signal: 'memory',
  pod: 'orders-1',
  from: NOW,
  step: minutes(1),
  values,
  bound,
})

it.each([
  { name: 'nothing', values: [], most: 4, expected: [], step: 1 },
  { name: 'few points', values: [1, null, 2], most: 4, expected: [1, null, 2], step: 1 },
  { name: 'digits', values: [1.23456, 1e9 / 7], most: 4, expected: [1.235, 142_900_000], step: 1 },
  { name: 'no numbers', values: [Number.NaN, Infinity], most: 4, expected: [null, null], step: 1 },
  { name: 'a peak', values: [1, 1, 9, 1, 1, 1], most: 4, expected: [1, 9, 1, 1], step: 1.5 },
  { name: 'a drop', values: [5, 5, 0, 5, 5, 5], most: 2, expected: [5, 0], step: 3 },
  { name: 'a gap', values: [1, 2, null, null, 3, 4], most: 6, expected: [1, 2, null, null, 3, 4], step: 1 },
  { name: 'half a gap', values: [null, 2, null, null], most: 2, expected: [2, 2], step: 2 },
  { name: 'only a gap', values: [null, null, null, null], most: 2, expected: [null, null], step: 2 },
])('keeps of $name what can be seen', ({ values, most, expected, step }) => {
  const thin = thinLine(lineOf(values), most)
  expect(thin.values).toEqual(expected)
  expect(thin.step).toBe(minutes(step))
})

it('rounds the bound, and has none that is no number', () => {
  expect(thinLine(lineOf([], 1.234_56), 2).bound).toBe(1.235)
  expect(thinLine(lineOf([], Number.NaN), 2).bound).toBeNull()
})

const there = (some: readonly (number | null)[]) => some.filter((value) => value !== null)

it('never has too many points, loses neither end of the scale, and lasts about as long', () => {
  const values = fc.array(fc.option(fc.integer({ min: -999, max: 999 })), { minLength: 1, maxLength: 2000 })
  fc.assert(
    fc.property(values, fc.integer({ min: 2, max: 200 }), (before, most) => {
      const line = lineOf(before)
      const thin = thinLine(line, most)
      expect(thin.values.length).toBeLessThanOrEqual(Math.max(most, 2))
      expect(Math.max(...there(thin.values))).toBe(Math.max(...there(before)))
      expect(Math.min(...there(thin.values))).toBe(Math.min(...there(before)))
      const lasts = thin.values.length * thin.step
      expect(lasts).toBeGreaterThanOrEqual(before.length * line.step)
      expect(lasts).toBeLessThan((before.length + (2 * before.length) / most + 2) * 2 * line.step)
    }),
  )
})
