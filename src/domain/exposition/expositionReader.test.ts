import { describe, expect, it } from 'vitest'
import { expositionReader } from './expositionReader.ts'
import { LONGEST_LINE } from './lineBuffer.ts'
import { bytesOf, read, readCut } from './testing/pages.ts'
import { everyFamily, wantedFamilies } from './wanted.ts'

const namesOf = (text: string, options = {}) => read(text, options).samples.map(({ name }) => name)

describe('pages', () => {
  const ROWS = [
    { name: 'a last line without line feed', text: 'a 1\nb 2', expected: ['a', 'b'] },
    { name: 'CRLF', text: 'a 1\r\n\r\nb{c="d"} 2\r\n', expected: ['a', 'b'] },
    { name: 'CRLF at the very end', text: 'a 1\r\nb 2\r', expected: ['a', 'b'] },
    { name: 'blank lines', text: '\n\n \t\na 1\n\n\nb 2\n\n', expected: ['a', 'b'] },
    { name: 'a byte order mark', text: '\uFEFFa 1\nb 2\n', expected: ['a', 'b'] },
    { name: 'a byte order mark before a comment', text: '\uFEFF# TYPE a gauge\na 1\n', expected: ['a'] },
    {
      name: 'no TYPE lines',
      text: 'a_bucket{le="1"} 1\na_sum 2\na_count 1\n',
      expected: ['a_bucket', 'a_sum', 'a_count'],
    },
    { name: 'comments alone', text: '# HELP a b\n# TYPE a gauge\n', expected: [] },
    { name: 'one comment', text: '#', expected: [] },
  ]
  for (const { name, text, expected } of ROWS) {
    it(`with ${name}`, () => {
      expect(namesOf(text)).toEqual(expected)
      expect(read(text).issues).toEqual([])
      expect(read(text).bytes).toBe(bytesOf(text).length)
    })
  }

  it('counts lines nobody asked for', () => {
    const page = read('a 1\nb 2\nc 3\n', { wanted: wantedFamilies({ exact: ['b'], suffixes: [] }) })
    expect([page.samples.length, page.seriesCount]).toEqual([1, 3])
  })

  it('decodes invalid UTF-8 as U+FFFD', () => {
    const bytes = Uint8Array.from([...bytesOf('a{b="caf'), 0xe9, ...bytesOf('"} 1\n')])
    const page = readCut(bytes)
    expect(page.ok && page.value.samples[0]?.labels['b']).toBe('caf\uFFFD')
  })

  it('keeps the first 20 faults and counts the others', () => {
    const page = read(`a 1\n${'b 1e\n'.repeat(50)}`)
    expect([page.issues.length, page.issueCount, page.issues[19]?.line]).toEqual([20, 50, 21])
  })

  it('reads timestamps as the content type declares them', () => {
    const declarations = ['prometheus-text', 'openmetrics', null] as const
    const times = declarations.map((declared) => read('a 1 1234\n', { declared }).samples[0]?.at)
    expect(times).toEqual([1234, 1_234_000, 1_234_000])
  })
})

describe('no exposition', () => {
  const ROWS = [
    { text: '', expected: { kind: 'empty', line: 1, column: 1 } },
    { text: '\n \r\n\t', expected: { kind: 'empty', line: 1, column: 1 } },
    { text: '\uFEFF', expected: { kind: 'empty', line: 1, column: 1 } },
    { text: '<!doctype html><html>', expected: { kind: 'html', line: 1, column: 1 } },
    { text: '\n\n  <HTML lang="en">\n<body>', expected: { kind: 'html', line: 3, column: 3 } },
    { text: '<!-- sign in -->\n<form>', expected: { kind: 'html', line: 1, column: 1 } },
    { text: '# HELP a\n<html>\n', expected: { kind: 'html', line: 2, column: 1 } },
    { text: `<!DOCTYPE html>${'x'.repeat(LONGEST_LINE)}`, expected: { kind: 'html', line: 1, column: 1 } },
    { text: '{"status":"UP"}\n', expected: { kind: 'unreadable', line: 1, column: 10 } },
    { text: '404 page not found\n', expected: { kind: 'unreadable', line: 1, column: 1 } },
    { text: 'Not Found', expected: { kind: 'unreadable', line: 1, column: 5 } },
    { text: '# TYPE a gauge\na 1e\na 2f\n', expected: { kind: 'unreadable', line: 2, column: 3 } },
    { text: '\u0000\u0001\u0002', expected: { kind: 'unreadable', line: 1, column: 1 } },
  ]
  for (const { text, expected } of ROWS) {
    for (const wanted of [everyFamily(), wantedFamilies({ exact: ['nothing'], suffixes: [] })]) {
      it(`${JSON.stringify(text.slice(0, 30))}, ${wanted === undefined ? '' : 'selected or not'}`, () => {
        const page = readCut(bytesOf(text), [], { wanted })
        expect(page).toMatchObject({ ok: false, error: expected })
      })
    }
  }

  it('is what HTML behind samples is not', () => {
    const page = read('a 1\n<html>\n')
    expect([page.samples.length, page.issueCount]).toEqual([1, 1])
  })

  it('needs nothing further once it is known to be HTML', () => {
    const reader = expositionReader({ wanted: everyFamily() })
    expect(reader.push(bytesOf('<html>\n<body>\n'))).toBe('enough')
    expect(reader.push(bytesOf('a 1\n'))).toBe('enough')
    expect(reader.end().ok).toBe(false)
  })
})

describe('lines nobody asked for', () => {
  const wanted = wantedFamilies({ exact: ['up'], suffixes: [] })
  const ROWS = [
    { line: 'other{a="b" 1', noted: false },
    { line: 'other 1 2 3', noted: false },
    { line: 'other 1e', noted: true },
    { line: 'this is no metric line', noted: true },
    { line: 'other-name 1', noted: true },
    { line: 'other', noted: true },
    { line: '404 1', noted: true },
    { line: 'other NaN', noted: false },
    { line: '{"other.name"} 1', noted: false },
    { line: '{"other.name"} 1e', noted: true },
  ]
  for (const { line, noted } of ROWS) {
    it(`${line} is ${noted ? 'noted' : 'passed over'}`, () => {
      const page = read(`up 1\n${line}\nup 1\n`, { wanted })
      expect([page.samples.length, page.seriesCount, page.issueCount]).toEqual([2, 3, noted ? 1 : 0])
    })
  }
})

describe('caps', () => {
  const TEXT = 'a 1\nb{c="d"} 2\nc 3\n'

  const BYTES = [
    { byteCap: 0, expected: [] },
    { byteCap: 3, expected: [] },
    { byteCap: 4, expected: ['a'] },
    { byteCap: 10, expected: ['a'] },
    { byteCap: 15, expected: ['a', 'b'] },
    { byteCap: 18, expected: ['a', 'b'] },
  ]
  for (const { byteCap, expected } of BYTES) {
    it(`of ${byteCap} bytes`, () => {
      const page = read(TEXT, { byteCap })
      expect(page.samples.map(({ name }) => name)).toEqual(expected)
      expect([page.truncatedBy, page.bytes, page.issueCount]).toEqual(['bytes', byteCap, 0])
    })
  }

  it('of exactly the page’s bytes cuts nothing', () => {
    expect(read(TEXT, { byteCap: TEXT.length })).toMatchObject({ truncatedBy: null, seriesCount: 3 })
  })

  const SERIES = [
    { seriesCap: 0, expected: [], bytes: 0 },
    { seriesCap: 1, expected: ['a'], bytes: 4 },
    { seriesCap: 2, expected: ['a', 'b'], bytes: 15 },
  ]
  for (const { seriesCap, expected, bytes } of SERIES) {
    it(`of ${seriesCap} series`, () => {
      const page = read(TEXT, { seriesCap })
      expect(page.samples.map(({ name }) => name)).toEqual(expected)
      expect([page.truncatedBy, page.bytes, page.seriesCount]).toEqual(['series', bytes, seriesCap])
    })
  }

  it('of exactly the page’s series cuts nothing', () => {
    expect(read(`${TEXT}# end\n`, { seriesCap: 3 })).toMatchObject({ truncatedBy: null, seriesCount: 3 })
  })

  it('count lines nobody asked for', () => {
    const page = read(TEXT, { seriesCap: 2, wanted: wantedFamilies({ exact: ['c'], suffixes: [] }) })
    expect(page).toMatchObject({ truncatedBy: 'series', seriesCount: 2, samples: [] })
  })

  it('say when enough was pushed', () => {
    const reader = expositionReader({ wanted: everyFamily(), byteCap: 6 })
    expect(reader.push(bytesOf('a 1\n'))).toBe('more')
    expect(reader.push(bytesOf('b 2\n'))).toBe('enough')
    expect(reader.push(bytesOf('c 3\n'))).toBe('enough')
  })
})
