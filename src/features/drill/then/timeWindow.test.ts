import { describe, expect, it } from 'vitest'
import { days, type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { momentAfterKey, momentWithin, timeView, turnAfter, turnBefore } from './timeWindow.ts'

/** 2024-10-04T00:00:00Z. */
const NOW: EpochMs = 1_728_000_000_000

describe('momentWithin', () => {
  it.each([
    { name: 'a moment, to the second', t: NOW - hours(2) + 700, expected: NOW - hours(2) },
    { name: 'the present', t: NOW, expected: null },
    { name: 'what is to come', t: NOW + hours(1), expected: null },
    { name: 'the last second', t: NOW - 500, expected: NOW - 1000 },
    { name: 'what is too long ago', t: 0, expected: NOW - days(28) },
  ])('takes $name', ({ t, expected }) => {
    expect(momentWithin(t, NOW)).toBe(expected)
  })
})

describe('momentAfterKey', () => {
  const at: EpochMs = NOW - hours(10)
  it.each([
    { key: 'ArrowLeft', expected: at - minutes(1) },
    { key: 'ArrowRight', expected: at + minutes(1) },
    { key: 'ArrowDown', expected: at - minutes(10) },
    { key: 'ArrowUp', expected: at + minutes(10) },
    { key: 'PageDown', expected: at - hours(1) },
    { key: 'PageUp', expected: at + hours(1) },
    { key: 'Home', expected: NOW - days(3) },
    { key: 'End', expected: null },
    { key: 'Enter', expected: undefined },
    { key: 'toString', expected: undefined },
  ])('goes where $key leads', ({ key, expected }) => {
    expect(momentAfterKey(key, at, NOW - days(3), NOW)).toBe(expected)
  })

  it('leaves the present to the left, and comes back to it', () => {
    expect(momentAfterKey('ArrowLeft', null, 0, NOW)).toBe(NOW - minutes(1))
    expect(momentAfterKey('ArrowRight', null, 0, NOW)).toBeNull()
    expect(momentAfterKey('PageUp', NOW - seconds(5), 0, NOW)).toBeNull()
  })
})

describe('timeView', () => {
  it.each([
    { name: 'a day, of the present', picked: null, at: null, expected: { name: '24h', shown: NOW } },
    {
      name: 'a week, of three days ago',
      picked: null,
      at: NOW - days(3),
      expected: { name: '7d', shown: NOW - days(3) },
    },
    {
      name: 'what was picked',
      picked: '28d',
      at: NOW - hours(1),
      expected: { name: '28d', shown: NOW - hours(1) },
    },
    {
      name: 'more than was picked, where that is too short',
      picked: '24h',
      at: NOW - days(9),
      expected: { name: '28d' },
    },
    {
      name: 'its end, of what is older',
      picked: null,
      at: NOW - days(99),
      expected: { name: '28d', shown: NOW - days(28) },
    },
    {
      name: 'now, of what is to come',
      picked: null,
      at: NOW + days(1),
      expected: { name: '24h', shown: NOW },
    },
  ] as const)('shows $name', ({ picked, at, expected }) => {
    expect(timeView(picked, at, at, NOW)).toMatchObject(expected)
  })
})

describe('changes before and after', () => {
  const turns = [1500, 4000, 9200]

  it.each([
    { at: 1000, before: undefined, after: 2000 },
    { at: 2000, before: undefined, after: 4000 },
    { at: 4000, before: 2000, after: 10_000 },
    { at: 20_000, before: 10_000, after: undefined },
  ])('are told at seconds in which they are to be seen: $at', ({ at, before, after }) => {
    expect(turnBefore(turns, at)).toBe(before)
    expect(turnAfter(turns, at)).toBe(after)
  })
})
