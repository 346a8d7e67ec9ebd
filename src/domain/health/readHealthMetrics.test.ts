import { describe, expect, it } from 'vitest'

import { METRIC_CAP, readHealthMetrics } from './readHealthMetrics.ts'

const rows = [
  {
    name: 'a list',
    metrics: [{ name: 'heap', value: 12.5, unit: 'MiB' }],
    expected: [['heap', 12.5, 'MiB']],
  },
  { name: 'other keys', metrics: [{ metric: 'rps', val: '3', units: '1/s' }], expected: [['rps', 3, '1/s']] },
  {
    name: 'a map',
    metrics: { heap: 12.5, rps: 0 },
    expected: [
      ['heap', 12.5, null],
      ['rps', 0, null],
    ],
  },
  {
    name: 'a map of objects',
    metrics: { heap: { value: 1e9, unit: 'By' } },
    expected: [['heap', 1e9, 'By']],
  },
  { name: 'numbers in text', metrics: { a: '-1.5e3', b: '12 MB', c: '' }, expected: [['a', -1500, null]] },
  { name: 'no numbers', metrics: { a: null, b: {}, c: [], d: true, e: 'x', f: '1e999' }, expected: [] },
  { name: 'entries without a name', metrics: [{ value: 3 }, 4, null], expected: [] },
  { name: 'text', metrics: 'heap=3', expected: [] },
]

describe('readHealthMetrics', () => {
  it.each(rows)('$name', ({ metrics, expected }) => {
    const read = readHealthMetrics({ metrics }).map(({ name, value, unit }) => [name, value, unit])
    expect(read).toEqual(expected)
  })

  it('finds them under other names, and none where there are none', () => {
    expect(readHealthMetrics({ last_metrics: { a: 1 } })).toHaveLength(1)
    expect(readHealthMetrics({ Metrics: { a: 1 } })).toHaveLength(1)
    expect(readHealthMetrics({})).toEqual([])
  })

  it('keeps the first so many', () => {
    const metrics = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`m${i}`, i]))
    expect(readHealthMetrics({ metrics })).toHaveLength(METRIC_CAP)
  })
})
