import { describe, expect, it } from 'vitest'
import type { FamilySize } from './familyCensus.ts'
import { histogramFamily, type LargeFamily, plainFamily, requestSets } from './testing/largeFamilies.ts'
import { read } from './testing/pages.ts'
import { wantedFamilies } from './wanted.ts'

const NOTHING_WANTED = { wanted: wantedFamilies({ exact: ['up'], suffixes: [] }) }
const largest = (...parts: readonly string[]): readonly FamilySize[] =>
  read(parts.join(''), NOTHING_WANTED).largest
const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('')
const gauge = (name: string, count: number): string => many(count, (i) => `${name}{id="${i}"} ${i}\n`)

const SPREADS: readonly { name: string; family: LargeFamily; label: string; within: number }[] = [
  {
    name: 'a label of its own for each series',
    family: plainFamily('http_requests_total', requestSets(3000, { user_agent: 3000 })),
    label: 'user_agent',
    within: 0.001,
  },
  {
    name: 'the same, sorted, and a page of 100,000',
    family: plainFamily('http_requests_total', requestSets(100_000, { user_agent: 100_000 }), 'sorted'),
    label: 'user_agent',
    within: 0.001,
  },
  {
    name: 'the same with values in twenty series each',
    family: plainFamily('http_requests_total', requestSets(40_000, { user_agent: 2000 }), 'sorted'),
    label: 'user_agent',
    within: 0.5,
  },
  {
    name: 'goroutine_id on a gauge',
    family: plainFamily(
      'worker_state',
      Array.from({ length: 900 }, (_, i) => ({ goroutine_id: `${i * 7}` })),
    ),
    label: 'goroutine_id',
    within: 0.001,
  },
  {
    name: 'a histogram of ten buckets by 300 values',
    family: histogramFamily('rpc_seconds', requestSets(300, { client: 300 })),
    label: 'client',
    within: 0.02,
  },
  {
    name: 'a histogram, sorted by a label of a third as many values',
    family: histogramFamily('rpc_seconds', requestSets(900, { client: 300 }), 'sorted'),
    label: 'client',
    within: 0.5,
  },
  {
    name: 'the larger one of two that grow',
    family: plainFamily('jobs_total', requestSets(8000, { tenant: 200, job: 4000 }), 'sorted'),
    label: 'job',
    within: 1,
  },
  {
    name: '40 stable values',
    family: plainFamily('http_requests_total', requestSets(2000, { route: 40 }), 'sorted'),
    label: 'route',
    within: 0.1,
  },
  {
    name: 'values of a seventh of the series, the others having none',
    family: plainFamily('logins_total', [
      ...requestSets(3400, { route: 40, zone: 5 }),
      ...requestSets(600, { user: 600 }),
    ]),
    label: 'user',
    within: 0.4,
  },
]

describe('the label with the most values of a family', () => {
  it.each(SPREADS)('$name', ({ family: { lines, values }, label, within }) => {
    const [size] = largest(lines.join(''))
    expect([size?.series, size?.label?.name]).toEqual([lines.length, label])
    const exact = values[label] ?? 0
    const told = size?.label?.values ?? 0
    expect([told, Math.abs(told / exact - 1) <= within]).toEqual([told, true])
    // What is not told as an estimate was seen: no more than there are.
    expect(told <= exact || size?.label?.about).toBe(true)
  })

  it('is told of some 250 series and more, and not where there are no labels', () => {
    expect(largest(gauge('a', 230))[0]?.label).toBeNull()
    expect(largest(gauge('a', 300))[0]?.label).toMatchObject({ name: 'id', values: 300, about: true })
    expect(largest(many(400, () => 'a 1\n'))[0]?.label).toBeNull()
  })

  it('is never a bucket’s or quantile’s', () => {
    const buckets = many(1000, (i) => `a_bucket{zone="x",le="${i}"} 1\n`)
    const quantiles = many(1000, (i) => `b{zone="y",quantile="0.${i}"} 1\n`)
    const labels = largest(buckets, quantiles).map(({ label }) => [label?.name, label?.values])
    expect(labels).toEqual([
      ['zone', 1],
      ['zone', 1],
    ])
  })

  it('is not told where it could as well be another one', () => {
    const twins = (count: number): string => many(count, (i) => `a{x="${i}",y="${i}"} 1\n`)
    expect(largest(twins(245))[0]).toEqual({ family: 'a', series: 245, label: null })
    expect(largest(twins(400))[0]?.label).toMatchObject({ name: 'x', values: 400 })
    expect(largest(many(245, (i) => `a{x="${i}",y="${i % 9}"} 1\n`))[0]?.label?.name).toBe('x')
  })

  it('is found in each of several families', () => {
    const page = ['a', 'b', 'c'].map((name) => gauge(name, 4000))
    expect(largest(...page).map(({ label }) => [label?.name, label?.values])).toEqual([
      ['id', 4000],
      ['id', 4000],
      ['id', 4000],
    ])
  })

  it('leaves out lines whose labels cannot be read', () => {
    const page = many(3000, (i) => (i % 2 === 0 ? `a{id="${i}"} 1\n` : `a{id="${i} 1\n`))
    const [size] = largest('up 1\n', page)
    expect([size?.series, size?.label?.name, size?.label?.values]).toEqual([3000, 'id', 3000])
  })
})

const examplesOf = (value: (i: number) => string, count = 1000): readonly string[] =>
  largest(many(count, (i) => `a{zone="x",id="${value(i)}"} 1\n`))[0]?.label?.examples ?? []

describe('its examples', () => {
  it('are three different values that stand on the page', () => {
    const examples = examplesOf((i) => `id ${i}`)
    expect(new Set(examples).size).toBe(3)
    for (const example of examples) expect(example).toMatch(/^id \d+$/)
  })

  it('are fewer where there are fewer', () => {
    const page = many(1000, (i) => `a_bucket{id="id ${i % 2}",le="${i >> 1}"} 1\n`)
    expect(largest(page)[0]?.label?.examples.toSorted()).toEqual(['id 0', 'id 1'])
  })

  it('are what they stand for: escapes are undone, letters whole', () => {
    for (const example of examplesOf((i) => `\\"${i}\\"\\n\\\\größe 😀`)) {
      expect(example).toMatch(/^"\d+"\n\\größe 😀$/)
    }
  })

  it('are cut at 60 characters', () => {
    for (const example of examplesOf((i) => `${i + 1000}${'😀'.repeat(56)}`))
      expect(Array.from(example)).toHaveLength(60)
    for (const example of examplesOf((i) => `${i + 1000}${'😀'.repeat(57)}`)) {
      expect(example).toMatch(/^\d{4}(?:😀){55}…$/u)
    }
  })

  it('are left out where they stand too far behind in a line', () => {
    const far = 'x'.repeat(3000)
    expect(largest(many(400, (i) => `a{long="${far}",id="${i}"} 1\n`))[0]?.label).toMatchObject({
      name: 'id',
      values: 400,
      examples: [],
    })
  })

  it('stay the same from poll to poll while the page grows at its end', () => {
    expect(examplesOf((i) => `id ${i}`, 4000)).toEqual(examplesOf((i) => `id ${i}`, 1000))
  })

  it('may be of quoted labels and metrics', () => {
    const [size] = largest(many(900, (i) => `{"my.metric","my.label"="v${i}"} 1\n`))
    expect(size).toMatchObject({ family: 'my.metric', series: 900, label: { name: 'my.label', values: 900 } })
    expect(size?.label?.examples).toHaveLength(3)
  })
})
