import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { padded } from './padded.ts'
import { decodeUtf8, utf8Length } from './utf8.ts'

const platform = new TextDecoder('utf-8', { ignoreBOM: true })

const decoded = (bytes: readonly number[]): string =>
  decodeUtf8(padded(Uint8Array.from(bytes)), 0, bytes.length)

const ROWS = [
  { name: 'nothing', bytes: [], expected: '' },
  { name: 'ASCII of 3 bytes', bytes: [0x61, 0x62, 0x63], expected: 'abc' },
  { name: 'two bytes', bytes: [0xc3, 0xa9], expected: 'é' },
  { name: 'three bytes', bytes: [0xe2, 0x82, 0xac], expected: '€' },
  { name: 'four bytes', bytes: [0xf0, 0x9f, 0x98, 0x80], expected: '😀' },
  { name: 'a byte order mark inside', bytes: [0x61, 0xef, 0xbb, 0xbf], expected: 'a\uFEFF' },
  { name: 'a stray continuation', bytes: [0x61, 0x80, 0x62], expected: 'a\uFFFDb' },
  { name: 'an overlong form', bytes: [0xc0, 0xaf], expected: '\uFFFD\uFFFD' },
  { name: 'a surrogate', bytes: [0xed, 0xa0, 0x80], expected: '\uFFFD\uFFFD\uFFFD' },
  { name: 'beyond U+10FFFF', bytes: [0xf4, 0x90, 0x80, 0x80], expected: '\uFFFD\uFFFD\uFFFD\uFFFD' },
  { name: 'a sequence cut off', bytes: [0xe2, 0x82], expected: '\uFFFD' },
  { name: 'a sequence cut off by ASCII', bytes: [0xf0, 0x9f, 0x61], expected: '\uFFFDa' },
  { name: 'Latin-1', bytes: [0x63, 0x61, 0x66, 0xe9], expected: 'caf\uFFFD' },
]

describe('decodeUtf8', () => {
  for (const { name, bytes, expected } of ROWS) {
    it(`reads ${name}`, () => {
      expect(decoded(bytes)).toBe(expected)
      expect(platform.decode(Uint8Array.from(bytes))).toBe(expected)
    })
  }

  it('reads any bytes as the platform does', () => {
    const lead = fc.constantFrom(0x41, 0x7f, 0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff)
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(255), lead), { maxLength: 80 }), (bytes) => {
        expect(decoded(bytes)).toBe(platform.decode(Uint8Array.from(bytes)))
      }),
      { numRuns: 500 },
    )
  })

  it('reads any part of a text, wherever it lies', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ maxLength: 40 }),
        (text, before) => {
          const bytes = new TextEncoder().encode(before + text)
          const from = new TextEncoder().encode(before).length
          expect(decodeUtf8(padded(bytes), from, bytes.length)).toBe(text)
        },
      ),
    )
  })
})

describe('utf8Length', () => {
  it('counts what the platform encodes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
      }),
    )
  })
})
