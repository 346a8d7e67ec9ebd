import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FamilySize } from './familyCensus.ts'
import { readAllFamilies } from './readAllFamilies.ts'
import { readExpvar } from './readExpvar.ts'
import { histogramFamily, requestSets } from './testing/largeFamilies.ts'
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

  it('takes whatever stands behind a name', () => {
    const piece = fc.constantFrom('{', '}', '"', '\\', '=', ',', ' ', 'a', 'é', '#', '1', '\u0000')
    const rest = fc.string({ unit: piece, maxLength: 16 }).map((text) => `a{${text}`)
    fc.assert(
      fc.property(fc.array(rest, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(3000)), (lines, cuts) => {
        const page = bytesOf(`up 1\n${many(400, (i) => `${lines[i % lines.length] ?? ''}\n`)}`)
        const whole = readCut(page, [], NOTHING_WANTED)
        expect(whole.ok && sizes(whole.value.largest)).toEqual([['a', 400]])
        expect(readCut(page, cuts, NOTHING_WANTED)).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })
})
