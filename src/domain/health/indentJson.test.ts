import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indentJson } from './indentJson.ts'
import { looksLikeJson } from './looksLikeJson.ts'

const CAP = 1e6

describe('indentJson', () => {
  it.each([
    ['{"a":1,"b":[true,null]}', '{\n  "a": 1,\n  "b": [\n    true,\n    null\n  ]\n}'],
    ['{"n":12345678901234567890,"e":1e400}', '{\n  "n": 12345678901234567890,\n  "e": 1e400\n}'],
    ['{ "a" : {} , "b":[ ] }', '{\n  "a": {},\n  "b": []\n}'],
    ['{"a":"{\\"b\\": [1, 2]}"}', '{\n  "a": "{\\"b\\": [1, 2]}"\n}'],
    ['{"a":[1,{"b":"un', '{\n  "a": [\n    1,\n    {\n      "b": "un'],
    ['{"a":1]]]}', '{\n  "a": 1\n]\n]\n]\n}'],
    ['{"a":<b>x</b>}', '{\n  "a": <b>x</b>\n}'],
  ])('%s', (text, expected) => {
    expect(indentJson(text, CAP)).toEqual({ text: expected, isCut: false })
  })

  it('writes what JSON.stringify writes, for all that it can write', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(indentJson(JSON.stringify(value), CAP).text).toBe(JSON.stringify(value, null, 2))
      }),
    )
  })

  it('is no longer than it may be, however deep the body is', () => {
    const deep = indentJson('['.repeat(500_000), 10_000)
    expect(deep.isCut).toBe(true)
    expect(deep.text.length).toBeLessThanOrEqual(10_000)
    expect(indentJson('['.repeat(1000), CAP).text.length).toBeLessThan(60_000)
  })
})

describe('looksLikeJson', () => {
  it.each([
    ['{', true],
    ['  [1', true],
    ['[]', true],
    ['[INFO] up', false],
    ['<html>', false],
    ['"text"', false],
  ])('%s', (text, expected) => expect(looksLikeJson(text)).toBe(expected))
})
