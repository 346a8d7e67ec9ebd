import { describe, expect, it } from 'vitest'
import { metricTypeOf } from './metricTypeOf.ts'
import { read } from './testing/pages.ts'
import { wantedFamilies } from './wanted.ts'

const typesOf = (text: string) => Object.fromEntries(read(text).types)

describe('TYPE lines', () => {
  const ROWS = [
    { name: 'as clients write them', text: '# TYPE a counter\na 1\n', expected: { a: 'counter' } },
    {
      name: 'blanks and tabs',
      text: '#TYPE a gauge\n#\t TYPE \t b  summary  \n',
      expected: { a: 'gauge', b: 'summary' },
    },
    { name: 'blanks in front', text: '  # TYPE a gauge\n', expected: { a: 'gauge' } },
    { name: 'any case', text: '# TYPE a Histogram\n', expected: { a: 'histogram' } },
    { name: 'unknown of OpenMetrics', text: '# TYPE a unknown\n', expected: { a: 'untyped' } },
    {
      name: 'info and stateset',
      text: '# TYPE a info\n# TYPE b stateset\n',
      expected: { a: 'info', b: 'stateset' },
    },
    { name: 'gaugehistogram', text: '# TYPE a gaugehistogram\n', expected: { a: 'gaugehistogram' } },
    { name: 'before the HELP line', text: '# TYPE a gauge\n# HELP a is a\na 1\n', expected: { a: 'gauge' } },
    {
      name: 'of a family that has no samples',
      text: '# TYPE a gauge\n# TYPE b gauge\nb 1\n',
      expected: { a: 'gauge', b: 'gauge' },
    },
    {
      name: 'of another family than what follows',
      text: '# TYPE a gauge\nb 1\na 1\n',
      expected: { a: 'gauge' },
    },
    { name: 'behind the samples', text: 'a 1\n# TYPE a gauge\n', expected: { a: 'gauge' } },
    {
      name: 'twice: the last counts',
      text: '# TYPE a gauge\n# TYPE a counter\n',
      expected: { a: 'counter' },
    },
    { name: 'a quoted name', text: '# TYPE "my.metric" gauge\n', expected: { 'my.metric': 'gauge' } },
    { name: 'CRLF', text: '# TYPE a gauge\r\na 1\r\n', expected: { a: 'gauge' } },
    { name: 'the last line', text: 'a 1\n# TYPE b gauge', expected: { b: 'gauge' } },
  ]
  for (const { name, text, expected } of ROWS) it(name, () => expect(typesOf(text)).toEqual(expected))

  it('of an unknown type are noted, and untyped', () => {
    const page = read('# HELP a\n# TYPE a  sometimes\na 1\n')
    expect(page.issues).toEqual([{ line: 2, column: 11, reason: 'the type is none of the known types' }])
    expect(page.types.get('a')).toBe('untyped')
    expect(page.samples).toHaveLength(1)
  })

  const SAY_NOTHING = [
    '# TYPEa gauge',
    '# TYPE',
    '# TYPE ',
    '# type a gauge',
    '# TYPE 1a gauge',
    '# TYPE "a gauge',
    '#',
    '##',
  ]
  for (const line of SAY_NOTHING) {
    it(`${line} is a comment`, () => {
      const page = read(`${line}\nb 1\n`)
      expect([page.types.size, page.issueCount, page.samples.length]).toEqual([0, 0, 1])
    })
  }

  it('of families nobody asked for are left out', () => {
    const wanted = wantedFamilies({ exact: ['up', 'process_cpu_seconds_total'], suffixes: ['build_info'] })
    const text = ['go_build_info', 'up', 'upper', 'process_cpu_seconds', 'go_threads']
      .map((name) => `# TYPE ${name} gauge\n`)
      .join('')
    const families = [...read(text, { wanted }).types.keys()]
    expect(families).toEqual(['go_build_info', 'up', 'process_cpu_seconds'])
  })
})

describe('the end of OpenMetrics', () => {
  const ROWS = [
    { name: 'is no fault', text: 'a 1\n# EOF\n', issues: [] },
    { name: 'needs no line feed', text: 'a 1\n# EOF', issues: [] },
    { name: 'may be followed by blank lines', text: 'a 1\n# EOF\n\n \n', issues: [] },
    {
      name: 'is missed where a UNIT line says it is OpenMetrics',
      text: '# UNIT a_seconds seconds\na_seconds 1\n',
      issues: [{ line: 2, column: 1, reason: 'the page ends without # EOF: it may be cut off' }],
    },
    {
      name: 'is noted where more follows',
      text: 'a 1\n# EOF\nb 2\n',
      issues: [{ line: 3, column: 1, reason: 'there is more behind # EOF' }],
    },
    {
      name: 'is noted where a second page follows',
      text: 'a 1\n# EOF\nb 2\n# EOF\n',
      issues: [{ line: 3, column: 1, reason: 'there is more behind # EOF' }],
    },
  ]
  for (const { name, text, issues } of ROWS) {
    it(name, () => {
      const page = read(text)
      expect(page.format).toBe('openmetrics')
      expect(page.issues).toEqual(issues)
      expect(page.samples).toHaveLength(text.includes('b 2') ? 2 : 1)
    })
  }

  it('is missed where the content type declares OpenMetrics', () => {
    const page = read('a 1\n', { declared: 'openmetrics' })
    expect([page.format, page.issueCount]).toEqual(['openmetrics', 1])
  })

  it('is not missed where a cap has ended the reading', () => {
    const page = read('a 1\nb 1\n', { declared: 'openmetrics', seriesCap: 1 })
    expect([page.truncatedBy, page.issueCount]).toEqual(['series', 0])
  })

  it('is not seen in other comments', () => {
    expect(read('a 1\n# EOF now\n# EOFF\n#EO\n').format).toBe('prometheus-text')
  })
})

describe('metricTypeOf', () => {
  it('knows no other words', () => {
    expect(['', 'count', 'constructor', 'gauge counter'].map(metricTypeOf)).toEqual([null, null, null, null])
  })
})
