import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyText } from './bodyText.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const rows = [
  { name: 'nothing', chunks: [], cap: 10, text: '', cut: false },
  { name: 'one chunk', chunks: [bytes('ok')], cap: 10, text: 'ok', cut: false },
  {
    name: 'several chunks',
    chunks: [bytes('{"status"'), bytes(':"UP"}')],
    cap: 99,
    text: '{"status":"UP"}',
    cut: false,
  },
  { name: 'exactly the cap', chunks: [bytes('0123456789')], cap: 10, text: '0123456789', cut: false },
  {
    name: 'one byte more than the cap',
    chunks: [bytes('0123456789a')],
    cap: 10,
    text: '0123456789a',
    cut: true,
  },
  { name: 'the cap counts bytes, not characters', chunks: [bytes('äöü')], cap: 5, text: 'äöü', cut: true },
  {
    name: 'a letter that two chunks share',
    chunks: [Uint8Array.of(0x47, 0x72, 0xc3), Uint8Array.of(0xbc, 0xc3), Uint8Array.of(0x9f, 0x65)],
    cap: 99,
    text: 'Grüße',
    cut: false,
  },
  {
    name: 'a byte order mark is no text',
    chunks: [Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b)],
    cap: 9,
    text: '{',
    cut: false,
  },
  { name: 'invalid bytes', chunks: [Uint8Array.of(0x61, 0xff, 0x62)], cap: 9, text: 'a\uFFFDb', cut: false },
  {
    name: 'a letter that never ends',
    chunks: [Uint8Array.of(0x61, 0xe2, 0x82)],
    cap: 9,
    text: 'a\uFFFD',
    cut: false,
  },
]

describe('bodyText', () => {
  for (const { name, chunks, cap, text, cut } of rows) {
    it(name, () => {
      const body = bodyText(cap)
      for (const chunk of chunks) body.push(chunk)
      expect(body.isCut()).toBe(cut)
      expect(body.text()).toBe(text)
    })
  }

  it('asks for no more as soon as the cap is passed', () => {
    const body = bodyText(10)
    expect([5, 5, 1].map((size) => body.push(new Uint8Array(size)))).toEqual(['more', 'more', 'enough'])
  })

  it('reads the same text however it is cut into chunks', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.array(fc.integer({ min: 1, max: 7 })),
        (whole, sizes) => {
          const body = bodyText(whole.length)
          let at = 0
          for (const size of sizes) {
            body.push(whole.subarray(at, at + size))
            at = Math.min(whole.length, at + size)
          }
          body.push(whole.subarray(at))
          expect(body.text()).toBe(new TextDecoder().decode(whole))
          expect(body.isCut()).toBe(false)
        },
      ),
    )
  })
})
