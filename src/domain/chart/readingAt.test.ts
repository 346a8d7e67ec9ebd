import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { besideAt } from './beside.ts'
import { lastReading, readingAt } from './readingAt.ts'
import { CHART_NOW as NOW, driftTo160, historyOf } from './testing/historyOf.ts'

const HISTORY = historyOf([10, Number.NaN, 30], { bound: 160, slope: driftTo160() })

describe('readingAt', () => {
  it.each([
    { name: 'the beginning of a place', at: -3, expected: { kind: 'read', mean: 10, low: 9, high: 11 } },
    { name: 'within a place', at: -0.1, expected: { kind: 'read', mean: 30, low: 29, high: 31 } },
    { name: 'a gap', at: -1.5, expected: null },
    { name: 'before it', at: -3.1, expected: null },
    {
      name: 'after it, on the way to the bound',
      at: 3,
      expected: { kind: 'expected', mean: 130, low: 130, high: 130 },
    },
    { name: 'behind the bound', at: 7, expected: null },
  ])('$name', ({ at, expected }) => expect(readingAt(HISTORY, NOW + hours(at))).toEqual(expected))
})

describe('lastReading', () => {
  it.each([
    { name: 'the end of its step', mean: [1, 2], expected: { at: NOW, value: 2 } },
    { name: 'before a gap', mean: [1, Number.NaN], expected: { at: NOW - hours(1), value: 1 } },
    { name: 'only gaps', mean: [Number.NaN], expected: null },
    { name: 'nothing', mean: [], expected: null },
  ])('$name', ({ mean, expected }) => expect(lastReading(historyOf(mean))).toEqual(expected))
})

describe('besideAt', () => {
  const beside = { name: 'a day before', history: HISTORY, later: hours(24) }
  it.each([
    { name: 'what was read so much earlier', at: 23.9, expected: 30 },
    { name: 'a gap', at: 22.5, expected: null },
    { name: 'not what was expected then', at: 27, expected: null },
  ])('$name', ({ at, expected }) => expect(besideAt(beside, NOW + hours(at) + minutes(1))).toBe(expected))
})
