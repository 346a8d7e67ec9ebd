import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTicketFile } from './readTicketFile.ts'

describe('a file of tickets', () => {
  it.each([
    {
      name: 'a value a line',
      text: '{"a":1}\n{"a":2}\n',
      expected: { ok: true, value: [{ a: 1 }, { a: 2 }] },
    },
    {
      name: 'lines of Windows',
      text: '{"a":1}\r\n\r\n{"a":2}',
      expected: { ok: true, value: [{ a: 1 }, { a: 2 }] },
    },
    { name: 'an array', text: ' [{"a":1},\n{"a":2}]', expected: { ok: true, value: [{ a: 1 }, { a: 2 }] } },
    { name: 'one value', text: '{"a":1}', expected: { ok: true, value: [{ a: 1 }] } },
    { name: 'nothing', text: '\n', expected: { ok: true, value: [] } },
    { name: 'a line that was cut', text: '{"a":1}\n\n{"a":', expected: { ok: false, error: 3 } },
    { name: 'a page', text: '<!doctype html>', expected: { ok: false, error: 1 } },
  ])('of $name', ({ text, expected }) => expect(readTicketFile(text)).toEqual(expected))

  it('reads what was written, whatever the entries hold', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 }), (entries) => {
        const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
        const written = { ok: true, value: JSON.parse(JSON.stringify(entries)) }
        expect(readTicketFile(lines)).toEqual(written)
      }),
      { numRuns: 50 },
    )
  })
})
