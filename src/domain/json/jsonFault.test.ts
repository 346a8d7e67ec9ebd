import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { jsonFault } from './jsonFault.ts'
import { parseJson } from './parseJson.ts'

const rows = [
  { name: 'sound object', text: '{"a":[1,-2.5e+3,true,false,null,"\\u00e9\\n"],"b":{}}', expected: null },
  { name: 'sound scalar with white space', text: ' \r\n\t"x" ', expected: null },
  { name: 'empty text', text: '', expected: { line: 1, column: 1, endsEarly: true } },
  { name: 'cut in an object', text: '{"status":"UP"', expected: { line: 1, column: 15, endsEarly: true } },
  { name: 'cut in a string', text: '{"status":"U', expected: { line: 1, column: 13, endsEarly: true } },
  { name: 'cut after a comma', text: '[1,', expected: { line: 1, column: 4, endsEarly: true } },
  { name: 'single quotes', text: "{'status':'UP'}", expected: { line: 1, column: 2, endsEarly: false } },
  { name: 'bare word', text: '{"status":UP}', expected: { line: 1, column: 11, endsEarly: false } },
  { name: 'trailing comma', text: '{\n  "a": 1,\n}', expected: { line: 3, column: 1, endsEarly: false } },
  { name: 'missing comma', text: '{"a":1 "b":2}', expected: { line: 1, column: 8, endsEarly: false } },
  { name: 'missing colon', text: '{"a" 1}', expected: { line: 1, column: 6, endsEarly: false } },
  { name: 'wrong bracket', text: '{"a":[1}', expected: { line: 1, column: 8, endsEarly: false } },
  { name: 'text behind the end', text: '{} trailing', expected: { line: 1, column: 4, endsEarly: false } },
  { name: 'bad escape', text: '["a\\x"]', expected: { line: 1, column: 4, endsEarly: false } },
  { name: 'short unicode escape', text: '["\\u12"]', expected: { line: 1, column: 3, endsEarly: false } },
  { name: 'raw line break in text', text: '["a\nb"]', expected: { line: 1, column: 4, endsEarly: false } },
  { name: 'leading zero', text: '[01]', expected: { line: 1, column: 3, endsEarly: false } },
  { name: 'NaN', text: '{"a":NaN}', expected: { line: 1, column: 6, endsEarly: false } },
  { name: 'number as key', text: '{1:2}', expected: { line: 1, column: 2, endsEarly: false } },
  { name: 'stray closing bracket', text: ']', expected: { line: 1, column: 1, endsEarly: false } },
]

describe('jsonFault', () => {
  it.each(rows)('$name', ({ text, expected }) => {
    expect(jsonFault(text)).toEqual(expected)
  })

  it('finds no fault in any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(jsonFault(text)).toBeNull()
      }),
    )
  })

  it('agrees with JSON.parse on any text made of JSON tokens', () => {
    const token = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '1', '-', 'true', ' ', '\n')
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join('')
        expect(jsonFault(text) === null).toBe(parseJson(text).ok)
      }),
      { numRuns: 2000 },
    )
  })

  it('walks a million open brackets and a megabyte of text without a stack', () => {
    expect(jsonFault('['.repeat(1_000_000))).toEqual({ line: 1, column: 1_000_001, endsEarly: true })
    expect(jsonFault(`"${'x'.repeat(1_000_000)}`)).toEqual({ line: 1, column: 1_000_002, endsEarly: true })
  })
})

describe('parseJson', () => {
  it('keeps a __proto__ key as an ordinary own key', () => {
    const parsed = parseJson('{"__proto__":{"status":"DOWN"}}')
    expect(parsed.ok && Object.keys(parsed.value as object)).toEqual(['__proto__'])
  })

  it('says where JSON breaks, and where it ends early', () => {
    expect(parseJson('{"a":x}')).toEqual({
      ok: false,
      error: { line: 1, column: 6, endsEarly: false, reason: 'not valid JSON' },
    })
    expect(parseJson('{"a":')).toEqual({
      ok: false,
      error: { line: 1, column: 6, endsEarly: true, reason: 'JSON that ends early' },
    })
  })
})
