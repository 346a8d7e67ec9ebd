import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { cutText, oneLine } from './cutText.ts'

const HALF_A_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])/

describe('cutText', () => {
  it('leaves short text alone and marks the cut', () => {
    expect(cutText('abc', 3)).toBe('abc')
    expect(cutText('abcd', 3)).toBe('ab…')
  })

  it('never cuts a surrogate pair in two, and never exceeds the cap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, cap) => {
        const cut = cutText(text, cap)
        expect(cut.length).toBeLessThanOrEqual(cap)
        expect(text.match(HALF_A_PAIR) !== null || cut.match(HALF_A_PAIR) === null).toBe(true)
      }),
    )
    expect(cutText('a😀😀', 3)).toBe('a…')
  })
})

describe('oneLine', () => {
  it('joins lines and trims', () => {
    expect(oneLine('  a\r\n\tb  c \n')).toBe('a b c')
    expect(oneLine(' '.repeat(10_000))).toBe('')
  })
})
