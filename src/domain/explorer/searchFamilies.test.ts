import { describe, expect, it } from 'vitest'
import type { FamilyTold, SeriesTold } from './podFamilies.ts'
import { searchFamilies } from './searchFamilies.ts'
import { sortSeries } from './sortSeries.ts'

const series = (name: string, labels: Record<string, string>, value = 1, rate: number | null = null) =>
  ({ id: `${name}${JSON.stringify(labels)}`, name, labels, value, rate }) satisfies SeriesTold

const FAMILIES: readonly FamilyTold[] = [
  {
    name: 'shop_jobs_waiting',
    type: 'gauge',
    help: 'Jobs that wait, by queue.',
    unit: null,
    seriesCount: 2,
    series: [series('shop_jobs_waiting', { queue: 'Mail' }), series('shop_jobs_waiting', { queue: 'sms' })],
    feeds: ['queueDepth'],
  },
  {
    name: 'http_requests_total',
    type: 'counter',
    help: null,
    unit: null,
    seriesCount: 2,
    series: [
      series('http_requests_total', { path: '/mail' }),
      series('http_requests_total', { path: '/pay' }),
    ],
    feeds: [],
  },
]

describe('searchFamilies', () => {
  const rows = [
    { find: '', families: 'http_requests_total shop_jobs_waiting', series: 4 },
    { find: '  ', families: 'http_requests_total shop_jobs_waiting', series: 4 },
    { find: 'JOBS', families: 'shop_jobs_waiting', series: 2 },
    { find: 'by queue', families: 'shop_jobs_waiting', series: 2 },
    { find: 'mail', families: 'http_requests_total shop_jobs_waiting', series: 2 },
    { find: 'jobs mail', families: 'shop_jobs_waiting', series: 1 },
    { find: 'path="/pay"', families: 'http_requests_total', series: 1 },
    { find: 'counter', families: 'http_requests_total', series: 2 },
    { find: 'queuedepth', families: 'shop_jobs_waiting', series: 2 },
    { find: 'nothing', families: '', series: 0 },
    { find: '__proto__', families: '', series: 0 },
  ]
  it.each(rows)('"$find": $families', ({ find, families, series: count }) => {
    const found = searchFamilies(FAMILIES, find)
    expect(found.map(({ family }) => family.name).join(' ')).toBe(families)
    expect(found.flatMap((one) => one.series)).toHaveLength(count)
  })
})

describe('sortSeries', () => {
  const lines = [
    series('a', { n: '1' }, 2, null),
    series('a', { n: '2' }, Number.NaN, 4),
    series('a', { n: '3' }, 9, 1),
    series('a', { n: '4' }, 2, 4),
  ]
  it.each([
    { order: 'page', expected: '1 2 3 4' },
    { order: 'value', expected: '3 1 4 2' },
    { order: 'rate', expected: '2 4 3 1' },
  ] as const)('by $order', ({ order, expected }) => {
    const sorted = sortSeries(lines, order).map(({ labels }) => labels['n'])
    expect(sorted.join(' ')).toBe(expected)
  })
})
