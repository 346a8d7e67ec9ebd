import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { pauseAfter } from './breaker.ts'

const rows = [
  { name: 'no time-out: the interval', interval: seconds(5), timeouts: 0, expected: seconds(5) },
  {
    name: 'the first may be a hiccup: the interval',
    interval: seconds(5),
    timeouts: 1,
    expected: seconds(5),
  },
  { name: 'the second doubles it', interval: seconds(5), timeouts: 2, expected: seconds(10) },
  { name: 'the third doubles it again', interval: seconds(5), timeouts: 3, expected: seconds(20) },
  { name: 'never longer than a minute', interval: seconds(5), timeouts: 5, expected: minutes(1) },
  { name: 'a night of time-outs', interval: seconds(5), timeouts: 700, expected: minutes(1) },
  { name: 'a long interval is not shortened', interval: minutes(5), timeouts: 4, expected: minutes(5) },
  { name: 'a short one grows too', interval: 50, timeouts: 9, expected: 12_800 },
]

describe('pauseAfter', () => {
  for (const { name, interval, timeouts, expected } of rows) {
    it(name, () => expect(pauseAfter(interval, timeouts)).toBe(expected))
  }

  it('never shrinks with more time-outs, and stays between the interval and the longest pause', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: minutes(10) }), fc.nat(2000), (interval, timeouts) => {
        const pause = pauseAfter(interval, timeouts)
        expect(pause).toBeGreaterThanOrEqual(interval)
        expect(pause).toBeLessThanOrEqual(Math.max(interval, minutes(1)))
        expect(pauseAfter(interval, timeouts + 1)).toBeGreaterThanOrEqual(pause)
      }),
    )
  })
})
