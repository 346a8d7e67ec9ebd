import { describe, expect, it } from 'vitest'
import { read } from './testing/pages.ts'

// One line each, and what is read of it.
const LINES = [
  { name: 'a bare number', line: 'go_goroutines 57', labels: {}, value: 57 },
  { name: 'a tab for a blank', line: 'm\t57', labels: {}, value: 57 },
  { name: 'blanks in front and behind', line: ' \t m  57 \t', labels: {}, value: 57 },
  { name: 'an empty block', line: 'm{} 1', labels: {}, value: 1 },
  { name: 'a blank before the block', line: 'm {a="b"} 1', labels: { a: 'b' }, value: 1 },
  { name: 'no blank behind the block', line: 'm{a="b"}1', labels: { a: 'b' }, value: 1 },
  { name: 'labels', line: 'm{a="b",c="d"} 1', labels: { a: 'b', c: 'd' }, value: 1 },
  {
    name: 'a trailing comma',
    line: 'm{pool="HikariPool-1",} 1.0',
    labels: { pool: 'HikariPool-1' },
    value: 1,
  },
  { name: 'blanks between labels', line: 'm{ a = "b" , c="d" } 1', labels: { a: 'b', c: 'd' }, value: 1 },
  { name: 'an empty label value', line: 'm{a=""} 1', labels: { a: '' }, value: 1 },
  { name: 'braces in a value', line: 'm{uri="/orders/{id}"} 1', labels: { uri: '/orders/{id}' }, value: 1 },
  { name: 'a brace and a blank in a value', line: 'm{a="x} 5"} 1', labels: { a: 'x} 5' }, value: 1 },
  {
    name: 'a comma, = and # in a value',
    line: 'm{a="x,y=\'z\' # no"} 1',
    labels: { a: "x,y='z' # no" },
    value: 1,
  },
  { name: 'an escaped quote', line: String.raw`m{a="say \"hi\""} 1`, labels: { a: 'say "hi"' }, value: 1 },
  {
    name: 'an escaped backslash',
    line: String.raw`m{a="C:\\DIR\\"} 1`,
    labels: { a: 'C:\\DIR\\' },
    value: 1,
  },
  { name: 'an escaped line feed', line: String.raw`m{a="x\ny"} 1`, labels: { a: 'x\ny' }, value: 1 },
  {
    name: 'a backslash before n',
    line: String.raw`m{a="x\\ny"} 1`,
    labels: { a: String.raw`x\ny` },
    value: 1,
  },
  { name: 'an unknown escape', line: String.raw`m{a="\d+"} 1`, labels: { a: String.raw`\d+` }, value: 1 },
  { name: 'any script', line: 'm{city="Zürich 東京 🚀"} 1', labels: { city: 'Zürich 東京 🚀' }, value: 1 },
  {
    name: 'vmrange',
    line: 'm{vmrange="1.8e-05...2.1e-05"} 3',
    labels: { vmrange: '1.8e-05...2.1e-05' },
    value: 3,
  },
  { name: 'le +Inf', line: 'm{le="+Inf"} 7', labels: { le: '+Inf' }, value: 7 },
  { name: 'NaN', line: 'm NaN', labels: {}, value: Number.NaN },
  { name: '+Inf', line: 'm{a="b"} +Inf', labels: { a: 'b' }, value: Infinity },
  { name: '-Inf', line: 'm -Inf', labels: {}, value: -Infinity },
  { name: 'an exponent', line: 'm 1.79524924059e+09', labels: {}, value: 1_795_249_240.59 },
  { name: 'a number past 2^53', line: 'm 18446744073709551615', labels: {}, value: 2 ** 64 },
  { name: 'a timestamp in ms', line: 'm 1 1795249677123', labels: {}, value: 1, at: 1_795_249_677_123 },
  { name: 'a timestamp in seconds', line: 'm 1 1795249677', labels: {}, value: 1, at: 1_795_249_677_000 },
  { name: 'a fractional timestamp', line: 'm 1 1795249677.125', labels: {}, value: 1, at: 1_795_249_677_125 },
  {
    name: 'labels and a timestamp',
    line: 'm{a="b"} 1 1795249677123',
    labels: { a: 'b' },
    value: 1,
    at: 1_795_249_677_123,
  },
  {
    name: 'a timestamp before 1970',
    line: 'm 1 -3982045000000',
    labels: {},
    value: 1,
    at: -3_982_045_000_000,
  },
  { name: 'an exemplar', line: 'm{le="1"} 5 # {trace_id="KOO5S4vxi0o"} 0.67', labels: { le: '1' }, value: 5 },
  {
    name: 'an exemplar with its time',
    line: 'm{le="1"} 5 # {id="x"} 0.67 1795249677.1',
    labels: { le: '1' },
    value: 5,
  },
  {
    name: 'a timestamp and an exemplar',
    line: 'm 5 1795249677 # {} 1',
    labels: {},
    value: 5,
    at: 1_795_249_677_000,
  },
  { name: 'a quoted label name', line: 'm{"my.label"="x"} 1', labels: { 'my.label': 'x' }, value: 1 },
]

describe('a sample line', () => {
  for (const { name: what, line, labels, value, at = null } of LINES) {
    it(`with ${what}`, () => {
      // Twice the same line: the second time its labels are known already.
      const { samples, issues } = read(`${line}\n${line}\n`)
      expect(issues).toEqual([])
      const name = line.includes('go_') ? 'go_goroutines' : 'm'
      expect(samples).toEqual([
        { name, labels, value, at },
        { name, labels, value, at },
      ])
    })
  }
})

const FAULTS = [
  { line: 'm', column: 2, reason: 'the value is missing' },
  { line: 'm{a="b"}', column: 9, reason: 'the value is missing' },
  { line: 'm 1e', column: 3, reason: 'the value is not a number' },
  { line: 'm{a="b"} 1,5', column: 10, reason: 'the value is not a number' },
  { line: 'm one', column: 3, reason: 'the value is not a number' },
  { line: 'm 0x1F', column: 3, reason: 'the value is not a number' },
  { line: 'm 1 2 3', column: 7, reason: 'there is more behind the timestamp' },
  { line: 'm 1 soon', column: 5, reason: 'the timestamp is not a number' },
  { line: 'm 1 NaN', column: 5, reason: 'the timestamp is not a number' },
  { line: 'm"1" 2', column: 2, reason: 'a blank is missing behind the name' },
  { line: 'm-n 1', column: 2, reason: 'a blank is missing behind the name' },
  { line: '1m 1', column: 1, reason: 'there is no metric name' },
  { line: 'm;n 1', column: 1, reason: 'there is no metric name' },
  { line: '  = 1', column: 3, reason: 'there is no metric name' },
  { line: '"m" 1', column: 1, reason: 'there is no metric name' },
  { line: 'zürich 1', column: 2, reason: 'a blank is missing behind the name' },
  { line: 'm{a="ü",b=c} 1', column: 11, reason: 'a label value is not in quotes' },
  { line: 'm{a} 1', column: 4, reason: '= is missing behind a label name' },
  { line: 'm{a', column: 4, reason: '= is missing behind a label name' },
  { line: 'm{a=', column: 5, reason: 'a label value is not in quotes' },
  { line: 'm{="b"} 1', column: 3, reason: 'a label name is missing' },
  { line: 'm{,} 1', column: 3, reason: 'a label name is missing' },
  { line: 'm{a="b",,} 1', column: 9, reason: 'a label name is missing' },
  { line: 'm{1a="b"} 1', column: 3, reason: 'a label name is missing' },
  { line: 'm{a="b" c="d"} 1', column: 9, reason: 'a comma or } is missing behind a label' },
  { line: 'm{a="b', column: 5, reason: 'a label value is not closed' },
  { line: String.raw`m{a="b\"} 1`, column: 5, reason: 'a label value is not closed' },
  { line: 'm{a="b\\', column: 5, reason: 'a label value is not closed' },
  { line: 'm{a="b" 1', column: 9, reason: 'a comma or } is missing behind a label' },
  { line: 'm{a="b",', column: 9, reason: 'the labels are not closed by }' },
  { line: 'm{', column: 3, reason: 'the labels are not closed by }' },
  { line: 'm{"n"} 1', column: 2, reason: 'there are two metric names' },
  { line: '{a="b"} 1', column: 1, reason: 'there is no metric name' },
  { line: '{"m","n"} 1', column: 6, reason: 'there are two metric names' },
  { line: '{"m} 1', column: 2, reason: 'a quoted name is not closed' },
]

describe('a faulty line', () => {
  for (const { line, column, reason } of FAULTS) {
    it(`${line} is noted and passed over`, () => {
      const page = read(`before 1\n${line}\nm{z="y"} 2\n${line}\n`)
      expect(page.issues).toEqual([2, 4].map((number) => ({ line: number, column, reason })))
      expect(page.issueCount).toBe(2)
      expect(page.samples.map(({ name }) => name)).toEqual(['before', 'm'])
      expect(page.seriesCount).toBe(4)
    })
  }
})

describe('quoted metric names', () => {
  const ROWS = [
    { line: '{"my.metric"} 1', name: 'my.metric', labels: {} },
    { line: '{"my.metric",a="b"} 1', name: 'my.metric', labels: { a: 'b' } },
    { line: '{ "my.metric" , a="b" , } 1', name: 'my.metric', labels: { a: 'b' } },
    { line: '{a="b","my.metric"} 1', name: 'my.metric', labels: { a: 'b' } },
    { line: '{"température °C","être"="x"} 1', name: 'température °C', labels: { être: 'x' } },
    { line: String.raw`{"a \"b\" \\"} 1`, name: 'a "b" \\', labels: {} },
    { line: '{"plain_name"} 1', name: 'plain_name', labels: {} },
  ]
  for (const { line, name, labels } of ROWS) {
    it(line, () => {
      const { samples, issues } = read(`${line}\n`)
      expect(issues).toEqual([])
      expect(samples).toEqual([{ name, labels, value: 1, at: null }])
    })
  }
})

describe('hostile label names', () => {
  it('are labels like any other', () => {
    const { samples } = read(
      'm{__proto__="p",constructor="c",toString="t",hasOwnProperty="h"} 1\nn{a="b"} 1\n',
    )
    const [first, second] = samples.map(({ labels }) => labels)
    expect(Object.entries(first ?? {})).toEqual([
      ['__proto__', 'p'],
      ['constructor', 'c'],
      ['toString', 't'],
      ['hasOwnProperty', 'h'],
    ])
    expect(second?.['constructor']).toBeUndefined()
    expect(second?.['__proto__']).toBeUndefined()
    expect(Object.prototype).not.toHaveProperty('p')
  })
})
