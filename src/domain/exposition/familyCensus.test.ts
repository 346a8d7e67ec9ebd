import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FamilySize } from './familyCensus.ts'
import { readAllFamilies } from './readAllFamilies.ts'
import { readExpvar } from './readExpvar.ts'
import { histogramFamily, type LargeFamily, plainFamily, requestSets } from './testing/largeFamilies.ts'
import { bytesOf, read, readCut } from './testing/pages.ts'
import { wantedFamilies } from './wanted.ts'

const NOTHING_WANTED = { wanted: wantedFamilies({ exact: ['up'], suffixes: [] }) }
const largest = (...parts: readonly string[]): readonly FamilySize[] =>
  read(parts.join(''), NOTHING_WANTED).largest
const sizes = (census: readonly FamilySize[]) => census.map(({ family, series }) => [family, series])
const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('')
const gauge = (name: string, count: number): string => many(count, (i) => `${name}{id="${i}"} ${i}\n`)

const COUNTS: readonly { name: string; page: string; census: readonly (readonly [string, number])[] }[] = [
  { name: 'nothing large', page: `up 1\n${gauge('a', 99)}`, census: [] },
  { name: '100 lines', page: `up 1\n${gauge('a', 100)}up 1\n`, census: [['a', 100]] },
  { name: 'the last family of the page', page: `up 1\n${gauge('a', 150)}`, census: [['a', 150]] },
  { name: 'all of the page', page: gauge('a', 150).slice(0, -1), census: [['a', 150]] },
  {
    name: 'five of six, the largest first, then by name',
    page: [120, 300, 110, 110, 110, 110].map((count, i) => gauge(`f${i}`, count)).join(''),
    census: [
      ['f1', 300],
      ['f0', 120],
      ['f2', 110],
      ['f3', 110],
      ['f4', 110],
    ],
  },
  {
    name: 'comments between',
    page: many(120, (i) => `# a comment\na{i="${i}"} 1\n\n`),
    census: [['a', 120]],
  },
  {
    name: 'a histogram',
    page: histogramFamily('rpc_seconds', requestSets(20, { client: 20 })).lines.join(''),
    census: [['rpc_seconds', 240]],
  },
  {
    name: 'a summary without quantiles',
    page: many(60, (i) => `t_seconds_count{i="${i}"} 1\nt_seconds_sum{i="${i}"} 1\n`),
    census: [['t_seconds', 120]],
  },
  {
    name: 'a counter by its whole name',
    page: gauge('requests_total', 130),
    census: [['requests_total', 130]],
  },
  {
    name: 'a counter and when its series were created',
    page: many(60, (i) => `requests_total{i="${i}"} 1\nrequests_created{i="${i}"} 1\n`),
    census: [['requests_total', 120]],
  },
  {
    name: 'info',
    page: `${gauge('pod', 110)}${gauge('pod_info', 120)}`,
    census: [
      ['pod_info', 120],
      ['pod', 110],
    ],
  },
  {
    name: 'a family that comes twice',
    page: `${gauge('a', 150)}up 1\n${gauge('a', 120)}`,
    census: [['a', 270]],
  },
  {
    name: 'families that take turns: not counted',
    page: many(300, (i) => `a{i="${i}"} 1\nb{i="${i}"} 1\n`),
    census: [],
  },
  {
    name: 'quoted names',
    page: many(130, (i) => `{"my.metric",i="${i}"} 1\n`),
    census: [['my.metric', 130]],
  },
  { name: 'indented lines', page: many(130, (i) => `  a{i="${i}"} 1\n`), census: [['a', 130]] },
  {
    name: 'faulty lines of a family',
    page: `up 1\n${many(130, (i) => `a{i="${i}" 1e\n`)}`,
    census: [['a', 130]],
  },
  {
    name: 'lines that are nobody’s',
    page: `${gauge('a', 110)}${many(120, () => '??? 1\n')}${gauge('b', 105)}${many(120, () => '{"x} 1\n')}`,
    census: [
      ['a', 110],
      ['b', 105],
    ],
  },
]

describe('the census of a page', () => {
  it.each(COUNTS)('counts $name', ({ page, census }) => {
    expect(sizes(largest(page))).toEqual(census)
    const all = readAllFamilies(bytesOf(page))
    expect(all.ok && sizes(all.value.largest)).toEqual(census)
  })

  it('is of what was read', () => {
    const page = `${gauge('a', 300)}${gauge('b', 300)}`
    const bySeries = read(page, { ...NOTHING_WANTED, seriesCap: 420 })
    expect([sizes(bySeries.largest), bySeries.seriesCount]).toEqual([
      [
        ['a', 300],
        ['b', 120],
      ],
      420,
    ])
    const byBytes = read(page, { ...NOTHING_WANTED, byteCap: gauge('a', 200).length + 5 })
    expect([sizes(byBytes.largest), byBytes.truncatedBy]).toEqual([[['a', 200]], 'bytes'])
  })

  it('has nothing to say of JSON', () => {
    const page = readExpvar(JSON.stringify({ cmdline: [], memstats: {} }))
    expect(page.ok && page.value.largest).toEqual([])
  })

  it('is the same however the page is cut, and whoever wants what of it', () => {
    const { lines } = histogramFamily('rpc_seconds', requestSets(100, { client: 90 }))
    const page = bytesOf(`${gauge('a', 500)}${lines.join('')}${gauge('b', 900)}`)
    const whole = readCut(page, [], NOTHING_WANTED)
    expect(whole.ok && whole.value.largest.map(({ label }) => label?.name)).toEqual(['client', 'id', 'id'])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 12 }), (cuts) => {
        for (const options of [NOTHING_WANTED, {}]) {
          const cut = readCut(page, cuts, options)
          expect(cut.ok && whole.ok && cut.value.largest).toEqual(whole.ok && whole.value.largest)
        }
      }),
      { numRuns: 25 },
    )
  })
})

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
    within: 0.3,
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
    within: 0.2,
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
    name: 'values of a twentieth of the series, the others having none',
    family: plainFamily('logins_total', [
      ...requestSets(3800, { route: 40, zone: 5 }),
      ...requestSets(200, { user: 200 }),
    ]),
    label: 'user',
    within: 0.4,
  },
]

describe('the label with the most values', () => {
  it.each(SPREADS)('$name', ({ family: { lines, values }, label, within }) => {
    const [size] = largest(lines.join(''))
    expect([size?.series, size?.label?.name]).toEqual([lines.length, label])
    const exact = values[label] ?? 0
    const told = size?.label?.values ?? 0
    expect([told, Math.abs(told / exact - 1) <= within]).toEqual([told, true])
    // What is not told as an estimate was seen: no more than there are.
    if (size?.label?.about === false) expect(told).toBeLessThanOrEqual(exact)
  })

  it('is told from 200 series on, and not where there are no labels', () => {
    expect(largest(gauge('a', 199))[0]?.label).toBeNull()
    expect(largest(gauge('a', 240))[0]?.label).toMatchObject({ name: 'id', values: 240, about: true })
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

describe('its examples', () => {
  const examplesOf = (value: (i: number) => string, count = 1000): readonly string[] =>
    largest(many(count, (i) => `a{zone="x",id="${value(i)}"} 1\n`))[0]?.label?.examples ?? []

  it('are three different values that stand on the page', () => {
    const examples = examplesOf((i) => `id ${i}`)
    expect(new Set(examples).size).toBe(3)
    for (const example of examples) expect(example).toMatch(/^id \d+$/)
  })

  it('are fewer where there are fewer', () => {
    expect(examplesOf((i) => `id ${i % 2}`).toSorted()).toEqual(['id 0', 'id 1'])
  })

  it('are what they stand for: escapes are undone, letters whole', () => {
    for (const example of examplesOf((i) => `\\"${i}\\"\\n\\\\größe 😀`)) {
      expect(example).toMatch(/^"\d+"\n\\größe 😀$/)
    }
  })

  it('are cut at 60 characters', () => {
    for (const example of examplesOf((i) => `${i + 1000}${'😀'.repeat(56)}`))
      expect([...example]).toHaveLength(60)
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
