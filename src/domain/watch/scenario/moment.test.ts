import { describe, expect, it } from 'vitest'
import { hoursSince, moment } from './moment.ts'

describe('moment', () => {
  it('is of the zone that it names', () => {
    expect(moment('2026-11-10T14:20+01:00')).toBe(Date.parse('2026-11-10T13:20:00Z'))
  })

  it.each(['', 'Tuesday', '2026-02-30T00:00Z'])('throws for %j', (text) => {
    expect(() => moment(text)).toThrow('no moment')
  })
})

describe('hoursSince', () => {
  const begin = moment('2026-11-10T14:20Z')

  it.each([
    ['2026-11-10T17:20Z', 3],
    ['2026-11-10T14:50Z', 0.5],
    ['2026-11-10T14:20Z', 0],
    ['2026-11-09T14:20Z', 0],
  ])('at %s it is %d', (t, expected) => {
    expect(hoursSince(begin, moment(t))).toBe(expected)
  })
})
