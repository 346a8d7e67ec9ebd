import { expect, it } from 'vitest'
import { startsSentence } from './startsSentence.ts'
import { SPARK_NOW as NOW } from './testing/sparkOf.ts'
import { hours } from '#src/domain/time/units.ts'
import type { SparkMark } from '#src/domain/digest/digestRow.ts'

const restart = (ago: number): SparkMark => ({ at: NOW - hours(ago), kind: 'restart', version: null })

it.each<{ readonly marks: readonly SparkMark[]; readonly expected: string }>([
  { marks: [], expected: '' },
  { marks: [restart(2)], expected: 'restart 06:00' },
  {
    marks: [restart(14), { at: NOW - hours(1), kind: 'deploy', version: '2.4.1' }],
    expected: 'deploy of 2.4.1 07:00, restart yesterday 18:00',
  },
  { marks: [{ at: NOW - hours(1), kind: 'deploy', version: null }], expected: 'deploy 07:00' },
  {
    marks: [5, 4, 3, 2, 1].map(restart),
    expected: 'restart 07:00, restart 06:00, restart 05:00, 2 more before',
  },
])('$expected', ({ marks, expected }) => expect(startsSentence(marks, NOW, 'UTC')).toBe(expected))
