import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDuration } from './parseDuration.ts'

describe('parseDuration', () => {
  for (const [text, expected] of [
    ['15s', 15_000],
    ['500ms', 500],
    ['1m', 60_000],
    ['1h30m', 5_400_000],
    ['4h', 14_400_000],
    ['7d', 604_800_000],
    ['1w', 604_800_000],
    ['1y', 31_536_000_000],
    ['1d2h3m4s5ms', 93_784_005],
    ['0s', 0],
    ['', null],
    ['15', null],
    ['s', null],
    ['1.5s', null],
    ['-5s', null],
    ['15 s', null],
    ['15S', null],
    ['30m1h', null],
    ['5s5s', null],
    ['1 hour', null],
  ] as const) {
    it(`${JSON.stringify(text)} is ${expected === null ? 'no duration' : `${expected} ms`}`, () => {
      expect(parseDuration(text)).toBe(expected)
    })
  }

  it('adds the parts up', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(59), fc.nat(59), (h, m, s) => {
        expect(parseDuration(`${h}h${m}m${s}s`)).toBe(h * 3_600_000 + m * 60_000 + s * 1000)
      }),
    )
  })
})
