import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteReader } from './byteReader.ts'
import { byteWriter } from './byteWriter.ts'
import { type SealKind, seal, unseal } from './seal.ts'

const KIND: SealKind = { letter: 'S', version: 3 }
const sealed = seal(KIND, new Uint8Array([1, 2, 3, 4, 5]))

const changed = (at: number, byte: number): Uint8Array => {
  const copy = sealed.slice()
  copy[at] = byte
  return copy
}

describe('sealed bytes', () => {
  it.each([
    { name: 'nothing', bytes: new Uint8Array(), error: { kind: 'foreign' } },
    { name: 'something else', bytes: new TextEncoder().encode('{"a": 1}'), error: { kind: 'foreign' } },
    { name: 'another kind', bytes: changed(2, 0x44), error: { kind: 'foreign' } },
    { name: 'a head without a version', bytes: sealed.slice(0, 3), error: { kind: 'damaged' } },
    { name: 'a head cut short', bytes: sealed.slice(0, 7), error: { kind: 'damaged' } },
    { name: 'a later version', bytes: changed(3, 4), error: { kind: 'other-version', version: 4 } },
    { name: 'a body cut short', bytes: sealed.slice(0, -1), error: { kind: 'damaged' } },
    { name: 'more than was sealed', bytes: new Uint8Array([...sealed, 0]), error: { kind: 'damaged' } },
  ])('are refused: $name', ({ bytes, error }) => {
    expect(unseal(KIND, bytes)).toEqual({ ok: false, error })
  })

  it('are what was sealed, wherever they lie', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), fc.nat({ max: 7 }), (body, offset) => {
        const within = new Uint8Array([...new Uint8Array(offset), ...seal(KIND, body)]).subarray(offset)
        const back = unseal(KIND, within)
        expect(back.ok && [...back.value]).toEqual([...body])
      }),
    )
  })

  it('are refused with any byte changed, and with any two', () => {
    const place = fc.integer({ min: 8, max: sealed.length - 1 })
    const change = fc.tuple(place, fc.integer({ min: 1, max: 255 }))
    fc.assert(
      fc.property(
        fc.uniqueArray(change, { minLength: 1, maxLength: 2, selector: ([at]) => at }),
        (changes) => {
          const copy = sealed.slice()
          for (const [at, by] of changes) copy[at] = (copy[at] ?? 0) ^ by
          expect(unseal(KIND, copy)).toEqual({ ok: false, error: { kind: 'damaged' } })
        },
      ),
    )
  })
})

describe('written bytes', () => {
  it('read back as they were written', () => {
    const item = fc.oneof(
      fc.record({ kind: fc.constant('varint' as const), value: fc.nat({ max: 0xffff_ffff }) }),
      fc.record({ kind: fc.constant('u32' as const), value: fc.nat({ max: 0xffff_ffff }) }),
      fc.record({ kind: fc.constant('f32' as const), value: fc.float({ noNaN: true }) }),
      fc.record({ kind: fc.constant('byte' as const), value: fc.nat({ max: 255 }) }),
    )
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 20 }),
        fc.string({ unit: 'binary', maxLength: 20 }),
        (items, text) => {
          const out = byteWriter(1)
          for (const { kind, value } of items) out[kind](value)
          out.text(text)
          const from = byteReader(out.done())
          expect(items.map(({ kind }) => from[kind]())).toEqual(items.map(({ value }) => value))
          expect([from.text(), from.isAtEnd(), from.isBroken()]).toEqual([text, true, false])
        },
      ),
    )
  })

  it('never throw, whatever is read of them', () => {
    const word = fc.constantFrom(
      'varint' as const,
      'u32' as const,
      'f32' as const,
      'byte' as const,
      'text' as const,
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), fc.array(word), (bytes, words) => {
        const from = byteReader(bytes)
        for (const one of words) from[one]()
        expect(from.isAtEnd() && from.isBroken()).toBe(false)
        expect(from.bytes(13)).toHaveLength(0)
        expect(from.isBroken()).toBe(true)
      }),
    )
  })
})
