import { describe, expect, it } from 'vitest'
import { labelSet, NO_LABELS } from './labelSet.ts'

const HOSTILE = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__']

describe('labelSet', () => {
  it('holds what it is given, in order', () => {
    const labels = labelSet([
      ['b', '1'],
      ['a', '2'],
    ])
    expect(Object.entries(labels)).toEqual([
      ['b', '1'],
      ['a', '2'],
    ])
    expect({ ...labels }).toEqual({ a: '2', b: '1' })
  })

  for (const name of HOSTILE) {
    it(`has no ${name} that it was not given`, () => {
      expect(NO_LABELS[name]).toBeUndefined()
      expect(labelSet([])[name]).toBeUndefined()
      expect(labelSet([[name, 'x']])[name]).toBe('x')
      expect(Object.keys(labelSet([[name, 'x']]))).toEqual([name])
      expect(labelSet([['a', 'b']])[name]).toBeUndefined()
    })
  }

  it('can be sent to another thread', () => {
    expect(structuredClone(labelSet([['a', 'b']]))).toEqual({ a: 'b' })
  })
})
