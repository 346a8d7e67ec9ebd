import { describe, expect, it } from 'vitest'
import { familyOf, withoutForm } from './familyName.ts'
import { readAllFamilies } from './readAllFamilies.ts'
import { bytesOf } from './testing/pages.ts'

const familiesOf = (text: string) => {
  const page = readAllFamilies(bytesOf(text))
  if (!page.ok) return []
  return page.value.families.map(({ name, type, help, unit, samples }) => {
    return { name, type, help, unit, samples: samples.map((sample) => sample.name) }
  })
}

const family = (name: string, type: string, samples: readonly string[], said: object = {}) => ({
  name,
  type,
  help: null,
  unit: null,
  samples,
  ...said,
})

const ROWS = [
  {
    name: 'a histogram with all its forms',
    text: '# HELP a Say \\"a\\"\\nor \\\\ not\n# TYPE a histogram\na_bucket{le="1"} 1\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n',
    expected: [
      family('a', 'histogram', ['a_bucket', 'a_bucket', 'a_sum', 'a_count'], { help: 'Say "a"\nor \\ not' }),
    ],
  },
  {
    name: 'a summary without quantiles and its maximum',
    text: '# TYPE a summary\na_count 1\na_sum 2\n# TYPE a_max gauge\na_max 3\n',
    expected: [family('a', 'summary', ['a_count', 'a_sum']), family('a_max', 'gauge', ['a_max'])],
  },
  {
    name: 'an OpenMetrics counter with its unit',
    text: '# TYPE a_seconds counter\n# UNIT a_seconds seconds\na_seconds_total 1\na_seconds_created 2\n# EOF\n',
    expected: [family('a_seconds', 'counter', ['a_seconds_total', 'a_seconds_created'], { unit: 'seconds' })],
  },
  {
    name: 'a _created gauge of its own, as the Python client writes it',
    text: '# TYPE a_total counter\na_total 1\n# TYPE a_created gauge\na_created 2\n',
    expected: [family('a_total', 'counter', ['a_total']), family('a_created', 'gauge', ['a_created'])],
  },
  {
    name: 'a gauge beside something of another form',
    text: '# TYPE a gauge\na 1\na_total 2\n',
    expected: [family('a', 'gauge', ['a']), family('a_total', 'untyped', ['a_total'])],
  },
  {
    name: 'families without TYPE lines',
    text: 'a_sum 1\na_count 1\n# HELP b is b\nb 1\n',
    expected: [
      family('a_sum', 'untyped', ['a_sum']),
      family('a_count', 'untyped', ['a_count']),
      family('b', 'untyped', ['b'], { help: 'is b' }),
    ],
  },
  {
    name: 'families without samples',
    text: '# HELP a\n# TYPE b info\n',
    expected: [family('a', 'untyped', [], { help: '' }), family('b', 'info', [])],
  },
  {
    name: 'families whose samples do not stand together',
    text: '# TYPE a gauge\na 1\nb 1\na 2\n',
    expected: [family('a', 'gauge', ['a', 'a']), family('b', 'untyped', ['b'])],
  },
]

describe('readAllFamilies groups', () => {
  for (const { name, text, expected } of ROWS) it(name, () => expect(familiesOf(text)).toEqual(expected))
})

describe('readAllFamilies', () => {
  it('is capped', () => {
    expect(readAllFamilies(bytesOf('a 1\nb 1\n'), { seriesCap: 1 })).toMatchObject({
      value: { truncatedBy: 'series', families: [{ name: 'a' }] },
    })
  })

  it('says what is no exposition', () => {
    expect(readAllFamilies(bytesOf('<html>'))).toMatchObject({ ok: false, error: { kind: 'html' } })
  })
})

describe('familyOf', () => {
  const TYPES = new Map([
    ['a', 'histogram'],
    ['a_count', 'gauge'],
    ['b', 'counter'],
    ['c', 'gaugehistogram'],
    ['d', 'info'],
  ] as const)
  const NAMES = [
    { sample: 'a', expected: 'a' },
    { sample: 'a_sum', expected: 'a' },
    { sample: 'a_count', expected: 'a_count' },
    { sample: 'a_total', expected: 'a_total' },
    { sample: 'b_total', expected: 'b' },
    { sample: 'b_bucket', expected: 'b_bucket' },
    { sample: 'c_gcount', expected: 'c' },
    { sample: 'd_info', expected: 'd' },
    { sample: 'e_total', expected: 'e_total' },
    { sample: '_total', expected: '_total' },
  ]
  for (const { sample, expected } of NAMES) {
    it(`${sample} is of ${expected}`, () => expect(familyOf(sample, TYPES)).toBe(expected))
  }
})

describe('withoutForm', () => {
  for (const { name, expected } of [
    { name: 'a_total', expected: 'a' },
    { name: 'a_gsum', expected: 'a' },
    { name: 'a_total_total', expected: 'a_total' },
    { name: 'a_max', expected: 'a_max' },
    { name: '_info', expected: '_info' },
    { name: '', expected: '' },
  ]) {
    it(`of ${JSON.stringify(name)}`, () => expect(withoutForm(name)).toBe(expected))
  }
})
