import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteMemo } from './byteMemo.ts'
import { bytesOf, viewOf } from './testing/pages.ts'
import { hashBytes } from './wordScan.ts'

const LIMIT = 1 << 15

const lengthOf = (key: string): number => bytesOf(key).length
const long = (index: number): string => `${index}`.padStart(1000, 'x')
const hashOf = (key: string): number => hashBytes(viewOf(key), 0, lengthOf(key))

// A weak hash, so that keys collide often: by length and first byte.
const weak = (key: string): number => lengthOf(key) * 31 + viewOf(key).getUint8(0)

const memoOf = (limit = LIMIT) => {
  const memo = new ByteMemo<string>(limit)
  memo.beginPage()
  return {
    memo,
    find: (key: string, hash = weak(key)) => memo.find(hash, viewOf(key), 0, lengthOf(key))?.value,
    keep: (key: string, hash = weak(key)) => memo.keep(hash, viewOf(key), 0, lengthOf(key), key),
    foresee: (page: string) => memo.foresee(viewOf(page), 0)?.value,
  }
}

describe('ByteMemo', () => {
  it('finds nothing in the beginning', () => {
    const { find, foresee } = memoOf()
    expect(find('up')).toBeUndefined()
    expect(foresee('up')).toBeUndefined()
  })

  it('never answers another key’s value, however hashes collide', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 60 }), (keys) => {
        const { find, keep } = memoOf()
        for (const key of keys) {
          expect([undefined, key]).toContain(find(key))
          if (find(key) === undefined) keep(key)
          expect(find(key)).toBe(key)
        }
      }),
    )
  })

  it('holds two keys of one hash', () => {
    const { find, keep } = memoOf()
    keep('one', 5)
    keep('two', 5)
    expect([find('one', 5), find('two', 5)]).toEqual(['one', 'two'])
  })

  it('gives a third key of one hash the place of an older one', () => {
    const { find, keep } = memoOf()
    for (const key of ['one', 'two', 'tre']) keep(key, 5)
    expect(find('tre', 5)).toBe('tre')
    expect([find('one', 5), find('two', 5)].filter((value) => value === undefined)).toHaveLength(1)
  })

  it('forgets all when its keys are full, and goes on', () => {
    const { memo, find, keep } = memoOf()
    const known = (): number =>
      Array.from({ length: 100 }, (_, index) => find(long(index), index)).filter(Boolean).length
    for (let index = 0; index < 100; index += 1) {
      memo.beginPage()
      keep(long(index), index)
    }
    expect(find(long(99), 99)).toBe(long(99))
    expect(known()).toBeLessThanOrEqual(LIMIT / 1000)
  })

  it('lets one page fill half of it at most', () => {
    const { find, keep } = memoOf()
    keep('before', 200)
    for (let index = 0; index < 1000; index += 1) keep(`key-${index}`.padEnd(100, '.'), index)
    expect(find('before', 200)).toBe('before')
    expect(find('key-999'.padEnd(100, '.'), 999)).toBeUndefined()
    expect(find('key-9'.padEnd(100, '.'), 9)).toBe('key-9'.padEnd(100, '.'))
  })

  it('answers a value it has no room for all the same', () => {
    const { find, keep } = memoOf()
    const huge = 'x'.repeat(5000)
    expect(keep(huge)).toEqual({ value: huge, length: 5000 })
    expect(find(huge)).toBeUndefined()
  })

  it('foresees the last entry, and the one that came behind it last time', () => {
    const { find, keep, foresee } = memoOf()
    for (const key of ['a ', 'b ', 'c ']) keep(key)
    expect(foresee('c 1')).toBe('c ')
    expect(foresee('a 1')).toBeUndefined()
    expect(find('a ')).toBe('a ')
    expect(foresee('b 1')).toBe('b ')
    expect(foresee('c 1')).toBe('c ')
    expect(foresee('a 1')).toBe('a ')
  })

  it('hashes by all bytes', () => {
    const { find, keep } = memoOf()
    keep('le="0.1"', hashOf('le="0.1"'))
    expect(find('le="0.1"', hashOf('le="0.1"'))).toBe('le="0.1"')
    expect(find('le="0.2"', hashOf('le="0.2"'))).toBeUndefined()
  })
})
