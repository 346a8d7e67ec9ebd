import { describe, expect, it } from 'vitest'
import { slopeSentence } from './slopeSentence.ts'
import { SPARK_NOW as NOW, driftOf, sparkOf } from './testing/sparkOf.ts'
import { hours, mebibytes } from '#src/domain/time/units.ts'

const MIB = mebibytes(1)
const flat = driftOf({
  perHour: 0.5 * MIB,
  ci: [-1 * MIB, 2 * MIB],
  since: null,
  isDrift: false,
  reachedAt: null,
  reachedBetween: null,
})

describe('slopeSentence', () => {
  it.each([
    {
      name: 'rate, interval, since when, limit, clock time',
      spark: sparkOf({ slope: driftOf() }),
      expected:
        '+31 MiB/h (29 to 33), since Tue 14:20, reaches its 4 GiB limit Sat about 09:40 (between 08:10 and 11:30)',
    },
    {
      name: 'an interval that reaches nought has no end',
      spark: sparkOf({
        slope: driftOf({ ci: [-1 * MIB, 33 * MIB], reachedBetween: [NOW + hours(48), null] }),
      }),
      expected:
        '+31 MiB/h (−1 to 33), since Tue 14:20, reaches its 4 GiB limit Sat about 09:40 (not before 08:00)',
    },
    {
      name: 'a moment without an interval',
      spark: sparkOf({
        slope: driftOf({ ci: [Number.NEGATIVE_INFINITY, Infinity], since: null, reachedBetween: null }),
      }),
      expected: '+31 MiB/h, reaches its 4 GiB limit Sat about 09:40',
    },
    {
      name: 'the limit is reached',
      spark: sparkOf({ slope: driftOf({ reachedAt: NOW }) }),
      expected: '+31 MiB/h (29 to 33), since Tue 14:20, is at its 4 GiB limit',
    },
    {
      name: 'the limit was to be reached since the last page came',
      spark: sparkOf({
        slope: driftOf({ to: NOW - hours(30), reachedAt: NOW - hours(20), reachedBetween: null }),
      }),
      expected: '+31 MiB/h (29 to 33), since Tue 14:20, was to reach its 4 GiB limit yesterday about 12:00',
    },
    {
      name: 'a limit out of sight',
      spark: sparkOf({ slope: driftOf({ reachedAt: null, reachedBetween: null }) }),
      expected: '+31 MiB/h (29 to 33), since Tue 14:20, its 4 GiB limit is not in sight',
    },
    {
      name: 'no limit',
      spark: sparkOf({ bound: null, slope: driftOf({ reachedAt: null, reachedBetween: null }) }),
      expected: '+31 MiB/h (29 to 33), since Tue 14:20',
    },
    {
      name: 'no drift',
      spark: sparkOf({ slope: flat }),
      expected: 'no drift, +512 KiB/h (−1,024 to 2,048), limit 4 GiB',
    },
    { name: 'nothing known', spark: sparkOf(), expected: null },
  ])('$name', ({ spark, expected }) => expect(slopeSentence(spark, NOW, 'UTC')).toBe(expected))
})
