import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { historyCsv } from './historyCsv.ts'
import { historyRows } from './historyRows.ts'
import { CHART_NOW as NOW, historyOf } from './testing/historyOf.ts'

const GAP = Number.NaN

describe('historyRows', () => {
  it.each([
    { name: 'fewer than there is room for stay', mean: [1, 2], atMost: 48, means: [1, 2], lows: [0, 1] },
    {
      name: 'neighbours are told by their mean and extremes',
      mean: [1, 3, 5, 9],
      atMost: 2,
      means: [2, 7],
      lows: [0, 4],
    },
    { name: 'the last may be shorter', mean: [1, 3, 5], atMost: 2, means: [2, 5], lows: [0, 4] },
    { name: 'gaps are passed over', mean: [1, GAP, GAP, GAP], atMost: 2, means: [1, GAP], lows: [0, GAP] },
    { name: 'nothing', mean: [], atMost: 2, means: [], lows: [] },
  ])('$name', ({ mean, atMost, means, lows }) => {
    const rows = historyRows(historyOf(mean), atMost)
    expect(rows.map((row) => row.mean)).toEqual(means)
    expect(rows.map((row) => row.low)).toEqual(lows)
  })

  it('has no more rows than asked for, and begins each where its first place does', () => {
    const sizes = fc.integer({ min: 1, max: 400 })
    fc.assert(
      fc.property(sizes, sizes, (length, atMost) => {
        const history = historyOf(Array.from({ length }, (_, i) => i))
        const rows = historyRows(history, atMost)
        expect(rows.length).toBeLessThanOrEqual(atMost)
        for (const { at, low } of rows) expect((at - history.from) / hours(1)).toBe(low + 1)
      }),
    )
  })
})

describe('historyCsv', () => {
  it('names the unit, tells times in UTC, and leaves gaps out', () => {
    expect(historyCsv(historyOf([1.5, GAP, 3], { signal: 'memory' }), null)).toBe(
      'time UTC,orders-1 memory mean (bytes),lowest (bytes),highest (bytes)\r\n' +
        '2024-11-21T05:00:00Z,1.5,0.5,2.5\r\n' +
        '2024-11-21T07:00:00Z,3,2,4\r\n',
    )
  })

  it('lays what it is compared with beside it, and keeps rows that only that has', () => {
    const yesterday = historyOf([7, 8], { from: NOW - hours(26) })
    const csv = historyCsv(historyOf([1, GAP]), {
      name: 'a day before',
      history: yesterday,
      later: hours(24),
    })
    expect(csv.split('\r\n').slice(1, 3)).toEqual([
      '2024-11-21T06:00:00Z,1,0,2,7',
      '2024-11-21T07:00:00Z,,,,8',
    ])
  })

  it('lets no name become a formula', () => {
    const [head = ''] = historyCsv(historyOf([1], { pod: '=1+1' }), null).split('\r\n')
    expect(head.split(',')[1]).toBe("'=1+1 goroutines mean (count)")
  })
})
