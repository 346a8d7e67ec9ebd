import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goDuration } from './goDuration.ts'

const ROWS = [
  { text: '0s', expected: 0 },
  { text: '0', expected: 0 },
  { text: '13m55s', expected: 835_000 },
  { text: '1h2m3.5s', expected: 3_723_500 },
  { text: '250ms', expected: 250 },
  { text: '1.5µs', expected: 0.0015 },
  { text: '1.5μs', expected: 0.0015 },
  { text: '2us', expected: 0.002 },
  { text: '10ns', expected: 0.00001 },
  { text: '14m45.911966424s', expected: 885_911.966_424 },
  { text: '1d2h3m4s', expected: 93_784_000 },
  { text: '1y2d3h4m5s', expected: 31_719_845_000 },
  { text: '.5s', expected: 500 },
  { text: '', expected: null },
  { text: '5', expected: null },
  { text: '-5s', expected: null },
  { text: '5 s', expected: null },
  { text: 's', expected: null },
  { text: '5x', expected: null },
  { text: '1h and a bit', expected: null },
  { text: '1.s', expected: null },
  { text: `${'1'.repeat(70)}s`, expected: null },
]

describe('goDuration', () => {
  for (const { text, expected } of ROWS) {
    it(`reads ${JSON.stringify(text.slice(0, 20))}`, () => {
      const read = goDuration(text)
      expect(read === null ? null : Math.round(read * 1e6) / 1e6).toBe(expected)
    })
  }

  it('undoes what Go prints', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(59), fc.nat(59), fc.nat(999), (h, m, s, ms) => {
        const text = `${h}h${m}m${s}.${String(ms).padStart(3, '0')}s`
        expect(goDuration(text)).toBeCloseTo(((h * 60 + m) * 60 + s) * 1000 + ms, 3)
      }),
    )
  })
})
