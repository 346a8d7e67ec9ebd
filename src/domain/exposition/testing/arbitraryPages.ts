import fc from 'fast-check'

/** For tests: a sample as it is to be read. */
export type Written = {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
  readonly at: number | null
}

export const NAMES = [
  'up',
  'redis_up',
  'backup',
  'http_requests_total',
  'http_requests',
  'a_bucket',
  'a_sum',
  'a',
  'go_info',
]

const LABEL_NAMES = ['le', 'a', 'job', '__proto__', 'constructor', '_x9']
const TEXT = fc.string({ unit: 'binary', maxLength: 20 })
const AWKWARD = fc.string({
  unit: fc.constantFrom('"', '\\', '\n', '{', '}', ',', ' ', '#', 'é', '😀', 'n', '='),
  maxLength: 12,
})

export const arbitrarySample: fc.Arbitrary<Written> = fc.record({
  name: fc.constantFrom(...NAMES),
  labels: fc.dictionary(fc.constantFrom(...LABEL_NAMES), fc.oneof(TEXT, AWKWARD)),
  value: fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Number.NaN, Infinity, -Infinity)),
  at: fc.oneof(fc.constant(null), fc.integer({ min: 1e12, max: 2e12 })),
})

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const printedValue = (value: number): string => {
  if (Number.isNaN(value)) return 'NaN'
  return Number.isFinite(value) ? String(value) : value > 0 ? '+Inf' : '-Inf'
}

/** For tests: prints a sample as the text format has it. */
export const print = ({ name, labels, value, at }: Written): string => {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
  const block = pairs.length === 0 ? '' : `{${pairs.join(',')}}`
  return `${name}${block} ${printedValue(value)}${at === null ? '' : ` ${at}`}\n`
}

const junk = fc.constantFrom(
  '# TYPE up gauge\n',
  '# TYPE http_requests counter\n',
  '# TYPE a histogram\n',
  '# HELP up “whatever” é\n',
  '# UNIT a seconds\n',
  '# EOF\n',
  '#\n',
  '\n',
  '\r\n',
  '{"my.metric",a="b"} 1\n',
  '  up 1\r\n',
)
const faulty = fc.constantFrom(
  'a 1e\n',
  'up{ 1\n',
  'no line\n',
  '<html>\n',
  'a{b="c} 1\n',
  '\u0000\n',
  'a{b="\\\n',
  '1 1\n',
)

/** For tests: a page of samples, comments, and lines that are no such thing. */
export const arbitraryPage: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: arbitrarySample.map(print) }, { weight: 2, arbitrary: junk }, faulty),
    {
      maxLength: 18,
    },
  )
  .chain((lines) => fc.tuple(fc.constant(lines.join('')), fc.boolean(), fc.constantFrom('', '\uFEFF')))
  .map(([text, cut, mark]) => mark + (cut ? text.slice(0, -1) : text))
