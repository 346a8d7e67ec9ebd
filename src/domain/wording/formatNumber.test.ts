import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, formatRatio } from './formatNumber.ts'

describe('formatNumber', () => {
  const rows = [
    { name: 'nought', value: 0, expected: '0' },
    { name: 'a small fraction keeps two places', value: 0.4249, expected: '0.42' },
    { name: 'a whole number has no places', value: 7, expected: '7' },
    { name: 'under ten keeps two places', value: 9.456, expected: '9.46' },
    { name: 'ten and over keeps one', value: 84.24, expected: '84.2' },
    { name: 'just under ten does not print as 10.00', value: 9.999, expected: '10' },
    { name: 'a hundred and over keeps none', value: 146.4, expected: '146' },
    { name: 'just under a hundred does not print as 100.0', value: 99.97, expected: '100' },
    { name: 'thousands have commas', value: 12_345.6, expected: '12,346' },
    { name: 'negative', value: -3.25, expected: '-3.25' },
    { name: 'not a number', value: Number.NaN, expected: '–' },
    { name: 'without end', value: Infinity, expected: '–' },
  ]
  for (const { name, value, expected } of rows) {
    it(name, () => expect(formatNumber(value)).toBe(expected))
  }

  it('never prints an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(formatNumber(value)).toMatch(/^-?[\d,]+(\.\d+)?$/)
      }),
    )
  })
})

describe('formatRatio', () => {
  const rows = [
    { name: 'none', value: 0, expected: '0 %' },
    { name: 'small shares keep one place', value: 0.0042, expected: '0.4 %' },
    { name: 'others none', value: 0.9125, expected: '91 %' },
    { name: 'the whole', value: 1, expected: '100 %' },
    { name: 'nearly the whole is not the whole', value: 0.998, expected: '99.8 %' },
    { name: 'however near', value: 0.999_99, expected: '99.9 %' },
    { name: 'more than the whole', value: 1.42, expected: '142 %' },
    { name: 'of nothing', value: Number.NaN, expected: '–' },
  ]
  for (const { name, value, expected } of rows) {
    it(name, () => expect(formatRatio(value)).toBe(expected))
  }

  it('prints 100 % for nothing under 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (ratio) => {
        expect(formatRatio(ratio)).not.toBe('100 %')
      }),
    )
  })
})
