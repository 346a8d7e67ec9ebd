import { expect, it } from 'vitest'
import { formatTimeTick } from './formatTimeTick.ts'
import { SPARK_NOW as NOW } from './testing/sparkOf.ts'
import { days, hours } from '#src/domain/time/units.ts'

it.each([
  { at: NOW, expected: '08:00' },
  { at: NOW - hours(8), expected: 'today' },
  { at: NOW - hours(32), expected: 'yesterday' },
  { at: NOW - hours(80), expected: 'Mon' },
  { at: NOW - hours(8) - days(20), expected: '1 Nov' },
])('$expected', ({ at, expected }) => expect(formatTimeTick(at, NOW, 'UTC')).toBe(expected))
