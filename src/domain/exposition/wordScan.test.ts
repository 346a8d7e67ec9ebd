import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewOf } from './testing/pages.ts'
import { firstBytes, hashBytes, lineEnd, nameEnd, quotedEnd, sameBytes, wordAt, wordOf } from './wordScan.ts'

const ANY_BYTES = fc.array(fc.oneof(fc.nat(255), fc.constantFrom(9, 10, 32, 34, 92, 123, 125, 128)), {
  maxLength: 60,
})

// The text, then the byte that every scan stops at, then padding of bytes that would stop it too.
const scanned = (bytes: readonly number[], end = 10): DataView =>
  new DataView(Uint8Array.from([...bytes, end, ...Array.from({ length: 32 }, () => 10)]).buffer)

const firstIndex = (bytes: readonly number[], stops: (byte: number) => boolean): number => {
  const index = bytes.findIndex(stops)
  return index < 0 ? bytes.length : index
}

describe('scans over words find what a byte by byte search finds', () => {
  const SCANS = [
    { name: 'lineEnd', scan: lineEnd, stops: (byte: number) => byte === 10 },
    { name: 'nameEnd', scan: nameEnd, stops: (byte: number) => byte < 0x30 || byte > 0x7a },
    { name: 'quotedEnd', scan: quotedEnd, stops: (byte: number) => [10, 34, 92].includes(byte) },
  ]
  for (const { name, scan, stops } of SCANS) {
    it(name, () => {
      fc.assert(
        fc.property(ANY_BYTES, fc.nat(7), (bytes, from) => {
          const start = Math.min(from, bytes.length)
          expect(scan(scanned(bytes), start)).toBe(start + firstIndex(bytes.slice(start), stops))
        }),
      )
    })
  }
})

describe('sameBytes', () => {
  it('compares exactly the bytes it is given', () => {
    fc.assert(
      fc.property(ANY_BYTES, ANY_BYTES, fc.nat(5), (one, other, shift) => {
        const length = Math.min(one.length, other.length)
        const same = one.slice(0, length).every((byte, index) => byte === other[index])
        const shifted = [...Array.from({ length: shift }, () => 1), ...other]
        expect(sameBytes(scanned(one), 0, scanned(shifted), shift, length)).toBe(same)
      }),
    )
  })

  it('does not look behind the length', () => {
    expect(sameBytes(viewOf('abcdeX'), 0, viewOf('abcdeY'), 0, 5)).toBe(true)
    expect(sameBytes(viewOf('abcdeX'), 0, viewOf('abcdeY'), 0, 6)).toBe(false)
  })
})

describe('hashBytes', () => {
  it('depends on the bytes alone, not on where they lie or what follows', () => {
    fc.assert(
      fc.property(ANY_BYTES, fc.nat(9), (bytes, shift) => {
        const shifted = [...Array.from({ length: shift }, () => 7), ...bytes]
        const hash = hashBytes(scanned(bytes, 1), 0, bytes.length)
        expect(hashBytes(scanned(shifted, 2), shift, shift + bytes.length)).toBe(hash)
      }),
    )
  })

  it('is a small integer', () => {
    fc.assert(
      fc.property(ANY_BYTES, (bytes) => {
        const hash = hashBytes(scanned(bytes), 0, bytes.length)
        expect(hash).toBeGreaterThanOrEqual(0)
        expect(hash).toBeLessThan(2 ** 30)
      }),
    )
  })

  it('spreads names that differ in one letter over the low bits', () => {
    const names = Array.from({ length: 400 }, (_, index) => `node_memory_${index}_Active_bytes`)
    const slots = new Set(names.map((name) => hashBytes(viewOf(name), 0, name.length) & 1023))
    expect(slots.size).toBeGreaterThan(280)
  })
})

describe('words', () => {
  it('are the same from a page as from a text', () => {
    expect(wordAt(viewOf('xTYPE'), 1)).toBe(wordOf('TYPE'))
  })

  for (const { count, expected } of [
    { count: 0, expected: 0 },
    { count: 1, expected: 0x41 },
    { count: 3, expected: 0x434241 },
  ]) {
    it(`keeps the first ${count} bytes`, () => {
      expect(firstBytes(wordOf('ABCD'), count)).toBe(expected)
    })
  }
})
