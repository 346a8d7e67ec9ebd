import { describe, expect, it } from 'vitest'
import { sameHourSlope } from './sameHour.ts'
import { windowOf } from './testing/handMade.ts'
import { seededRandom } from './testing/random.ts'

const daily = (hour: number): number => 40 * Math.cos((2 * Math.PI * (hour - 15)) / 24)

/** Three-hour means of `valueAt` over 72 h. */
const threeDays = (valueAt: (hour: number) => number, hours = 72): ReturnType<typeof windowOf> =>
  windowOf(
    Array.from({ length: hours / 3 }, (_, i) => valueAt(3 * i + 1.5)),
    3,
    3,
  )

describe('sameHourSlope finds', () => {
  const random = seededRandom(2, 'sameHour')
  const rows: readonly { name: string; valueAt: (hour: number) => number; expected: number }[] = [
    { name: 'a line', valueAt: (h) => 100 + 2 * h, expected: 2 },
    { name: 'a line under a daily curve', valueAt: (h) => 100 + 2 * h + daily(h), expected: 2 },
    { name: 'a line under noise', valueAt: (h) => 100 + 2 * h + daily(h) + random.normal(), expected: 2 },
    {
      name: 'a line with gaps',
      valueAt: (h) => (h % 24 < 6 ? Number.NaN : 100 + 2 * h + daily(h)),
      expected: 2,
    },
  ]

  it.each(rows)('$name', ({ valueAt, expected }) => {
    expect(sameHourSlope(threeDays(valueAt))).toBeCloseTo(expected, 1)
  })
})

describe('sameHourSlope finds nothing', () => {
  const rows: readonly { name: string; valueAt: (hour: number) => number; hours?: number }[] = [
    { name: 'in a constant', valueAt: () => 100 },
    { name: 'in a daily curve', valueAt: (h) => 100 + daily(h) },
    { name: 'in a falling line', valueAt: (h) => 500 - 2 * h },
    { name: 'in a step', valueAt: (h) => (h < 40 ? 100 : 200) },
    { name: 'in a last day that is higher', valueAt: (h) => (h < 48 ? 100 : 180) + daily(h) },
    { name: 'in a day that stands out', valueAt: (h) => (h > 24 && h < 48 ? 200 : 100) + daily(h) },
    { name: 'in a line that is too short', valueAt: (h) => 100 + 2 * h, hours: 36 },
    { name: 'in a line that is too long', valueAt: (h) => 100 + 2 * h, hours: 96 },
  ]

  it.each(rows)('$name', ({ valueAt, hours }) => {
    expect(sameHourSlope(threeDays(valueAt, hours))).toBeNull()
  })

  it('in bins of half a day', () => {
    expect(sameHourSlope(windowOf([1, 2, 3, 4, 5, 6], 4, 12))).toBeNull()
  })
})
