import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDuration } from './parseDuration.ts'
import { printDuration } from './printDuration.ts'
import { days, hours, minutes, seconds } from './units.ts'

describe('printDuration', () => {
  it.each([
    { duration: 0, text: '0s' },
    { duration: 0.4, text: '0s' },
    { duration: 100, text: '100ms' },
    { duration: seconds(1), text: '1s' },
    { duration: seconds(2.5), text: '2s500ms' },
    { duration: minutes(15), text: '15m' },
    { duration: minutes(90), text: '1h30m' },
    { duration: hours(24), text: '1d' },
    { duration: days(21), text: '21d' },
  ])('$duration is $text', ({ duration, text }) => {
    expect(printDuration(duration)).toBe(text)
  })

  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.nat(days(1000)), (duration) => parseDuration(printDuration(duration)) === duration),
    )
  })
})
