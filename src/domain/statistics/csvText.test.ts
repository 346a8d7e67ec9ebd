import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvText } from './csvText.ts'

it.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['a; b', '"a; b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  [' held', '" held"'],
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['=HYPERLINK("http://e.vil";"x")', `"'=HYPERLINK(""http://e.vil"";""x"")"`],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ['a=b', 'a=b'],
  ['', ''],
])('the text %j is written as %j', (text, expected) => {
  expect(csvText(['h'], [[text]])).toBe(`h\r\n${expected}\r\n`)
})

it('writes numbers with a decimal point, and nothing for what is none', () => {
  expect(csvText(['a', 'b', 'c', 'd'], [[1.5, 0, null, Number.NaN]])).toBe('a,b,c,d\r\n1.5,0,,\r\n')
})

/** RFC 4180 read back: the cells of all lines. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') lines.push([])
  }
  return lines.slice(0, -1)
}

it('loses nothing, and lets no cell begin as a formula', () => {
  const cell = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ',', ';', '"', "'", ' ', 'a'),
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const read = readCsv(csvText(['x', 'y'], rows)).slice(1)
      expect(read.map((row) => row.map((one) => one.replace(/^'(?=\s*[=+\-@]|[\t\r\n])/, '')))).toEqual(
        rows.map((row) => row.map((one) => one.replace(/^'(?=\s*[=+\-@]|[\t\r\n])/, ''))),
      )
      for (const one of read.flat()) expect(one).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/)
    }),
    { numRuns: 200 },
  )
})
