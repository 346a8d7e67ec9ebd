import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineMemo } from './lineMemo.ts'
import { closingQuote, quotedText, unescapeText } from './quotedText.ts'
import { bytesOf, viewOf } from './testing/pages.ts'

const CLOSING = [
  { text: '""', expected: 1 },
  { text: '"a"', expected: 2 },
  { text: '"a" "b"', expected: 2 },
  { text: String.raw`"a\"b"`, expected: 5 },
  { text: String.raw`"a\\"`, expected: 4 },
  { text: String.raw`"\\\""x`, expected: 5 },
  { text: '"a', expected: -1 },
  { text: String.raw`"a\"`, expected: -1 },
  { text: String.raw`"a\\`, expected: -1 },
  { text: '"', expected: -1 },
  { text: '"\\', expected: -1 },
]

describe('closingQuote', () => {
  for (const { text, expected } of CLOSING) {
    it(text, () => expect(closingQuote(viewOf(text), 0, text.length)).toBe(expected))
  }

  it('does not look behind the end it is given', () => {
    expect(closingQuote(viewOf('"abc"'), 0, 4)).toBe(-1)
    expect(closingQuote(viewOf('"a\\"b"'), 0, 3)).toBe(-1)
  })

  it('finds what a search by expression finds', () => {
    const texts = fc.string({ unit: fc.constantFrom('"', '\\', 'a', 'é', ' '), maxLength: 20 })
    fc.assert(
      fc.property(texts, (text) => {
        const found = /^"(?:[^"\\]|\\.)*"/.exec(`"${text}`)
        const expected = found === null ? -1 : bytesOf(found[0]).length - 1
        expect(closingQuote(viewOf(`"${text}`), 0, bytesOf(`"${text}`).length)).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })
})

const ESCAPES = [
  { text: 'plain', expected: 'plain' },
  { text: String.raw`\\`, expected: '\\' },
  { text: String.raw`\"`, expected: '"' },
  { text: String.raw`a\nb`, expected: 'a\nb' },
  { text: String.raw`a\\nb`, expected: String.raw`a\nb` },
  { text: String.raw`\\\\n`, expected: String.raw`\\n` },
  { text: String.raw`\t\x`, expected: String.raw`\t\x` },
  { text: '\\', expected: '\\' },
]

describe('unescapeText', () => {
  for (const { text, expected } of ESCAPES) it(text, () => expect(unescapeText(text)).toBe(expected))

  it('undoes escaping', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\\', '"', '\n', 'n', 'x') }), (text) => {
        const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
        expect(unescapeText(escaped)).toBe(text)
      }),
    )
  })
})

describe('quotedText', () => {
  it('answers the same text for the same bytes, whether it is remembered or not', () => {
    const memo = lineMemo()
    for (const text of ['GET', 'GET', String.raw`a\"b`, String.raw`a\"b`, 'é', 'é']) {
      const close = bytesOf(text).length + 1
      expect(quotedText(memo, viewOf(`"${text}"`), 0, close)).toBe(text.replaceAll('\\', ''))
    }
  })
})
