import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteReader } from './byteReader.ts'
import { byteWriter } from './byteWriter.ts'
import { namesReader, writeNames } from './slabNames.ts'

const written = (names: readonly string[]): Uint8Array => {
  const out = byteWriter(8)
  writeNames(out, names)
  return out.done()
}

describe('a table of names', () => {
  it('reads back as it was', () => {
    const names = fc.array(
      fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('a', 'ab', '')),
    )
    fc.assert(
      fc.property(names, (all) => {
        const from = byteReader(written(all))
        expect(namesReader((name) => name)(from)).toEqual(all)
        expect(from.isAtEnd()).toBe(true)
      }),
    )
  })

  it('is read once, and known again among others', () => {
    const asked: string[] = []
    const read = namesReader((name) => {
      asked.push(name)
      return { name }
    })
    const [one, other] = [written(['orders\na', 'orders\nb']), written(['orders\na', 'orders\nc'])]
    const tables = [one, other, one].map((bytes) => read(byteReader(bytes)))
    expect(tables[2]).toBe(tables[0])
    expect(tables[1]?.map(({ name }) => name)).toEqual(['orders\na', 'orders\nc'])
    expect(asked).toHaveLength(4)
  })

  it('remembers so many, and forgets the oldest', () => {
    let asked = 0
    const read = namesReader(() => asked++)
    for (let i = 0; i < 40; i++) read(byteReader(written([`${i}`])))
    read(byteReader(written(['39'])))
    expect(asked).toBe(40)
    read(byteReader(written(['0'])))
    expect(asked).toBe(41)
  })

  it.each([
    { name: 'cut short', bytes: written(['orders', 'payments']).slice(0, -1) },
    { name: 'a length of its own that lies', bytes: new Uint8Array([3, 0, 0, 0, 0, 200, 65]) },
  ])('breaks the reader: $name', ({ bytes }) => {
    const from = byteReader(bytes)
    expect(namesReader((name) => name)(from)).toBeNull()
    expect(from.isBroken()).toBe(true)
  })
})
