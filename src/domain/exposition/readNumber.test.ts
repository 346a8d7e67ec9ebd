import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber } from './readNumber.ts'
import { bytesOf, viewOf } from './testing/pages.ts'

const read = (text: string): number | null => readNumber(viewOf(text), 0, bytesOf(text).length)

const NUMBERS = [
  { text: '0', expected: 0 },
  { text: '-0', expected: -0 },
  { text: '57', expected: 57 },
  { text: '+57', expected: 57 },
  { text: '1.0', expected: 1 },
  { text: '5.', expected: 5 },
  { text: '.5', expected: 0.5 },
  { text: '007', expected: 7 },
  { text: '3.2894832e+07', expected: 32_894_832 },
  { text: '1.8538e-05', expected: 0.000018538 },
  { text: '1.795249677E9', expected: 1_795_249_677 },
  { text: '0.00013947970000000002', expected: 0.00013947970000000002 },
  { text: '0.1', expected: 0.1 },
  { text: '1e22', expected: 1e22 },
  { text: '1e23', expected: 1e23 },
  { text: '9007199254740993', expected: 9_007_199_254_740_992 },
  { text: '1795249968538502620', expected: 1_795_249_968_538_502_700 },
  { text: '18446744073709551615', expected: 18_446_744_073_709_552_000 },
  { text: '1.7976931348623157e308', expected: Number.MAX_VALUE },
  { text: '5e-324', expected: 5e-324 },
  { text: '1e400', expected: Infinity },
  { text: '1e-400', expected: 0 },
  { text: `0.${'0'.repeat(40)}1`, expected: 1e-41 },
  { text: `1${'0'.repeat(40)}`, expected: 1e40 },
  { text: 'NaN', expected: Number.NaN },
  { text: 'nan', expected: Number.NaN },
  { text: '-nan', expected: Number.NaN },
  { text: '+Inf', expected: Infinity },
  { text: 'Inf', expected: Infinity },
  { text: '-Inf', expected: -Infinity },
  { text: 'infinity', expected: Infinity },
]

const NO_NUMBERS = [
  '',
  '1e',
  '1e+',
  '1e-',
  'e5',
  '.',
  '-',
  '+',
  '-.',
  '1.2.3',
  '1,5',
  '1_000',
  '0x10',
  '0b1',
  '12abc',
  '--1',
  '1e5.5',
  'in',
  'Infin',
  'null',
  'true',
  '١',
  '1\uFFFD',
  '9'.repeat(2000),
]

describe('readNumber', () => {
  for (const { text, expected } of NUMBERS) it(`reads ${text}`, () => expect(read(text)).toBe(expected))

  for (const text of NO_NUMBERS) {
    it(`refuses ${JSON.stringify(text.slice(0, 12))}`, () => expect(read(text)).toBeNull())
  }

  it('reads whatever Number prints, bit for bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(read(String(value))).toBe(Number(String(value)))
        expect(read(value.toExponential())).toBe(Number(value.toExponential()))
      }),
      { numRuns: 500 },
    )
  })

  it('reads any decimal as Number does', () => {
    const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), maxLength: 24 })
    const exponent = fc.oneof(
      fc.constant(''),
      fc.integer({ min: -350, max: 350 }).map((power) => `e${power}`),
    )
    fc.assert(
      fc.property(fc.constantFrom('', '-', '+'), digits, digits, exponent, (sign, whole, part, power) => {
        fc.pre(whole + part !== '')
        const text = `${sign}${whole}${part === '' ? '' : '.'}${part}${power}`
        expect(read(text)).toBe(Number(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('answers for any text at all, and never what Number would not', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789.eE+-xInfa _')) }), (text) => {
        const value = read(text)
        const spelled = /inf|nan/i.test(text)
        expect(value === null || spelled || Object.is(value, Number(text))).toBe(true)
      }),
    )
  })
})
