import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FamilySize } from './familyCensus.ts'
import { growingLabel } from './labelGrowth.ts'

const size = (family: string, series: number, values: number | null = series): FamilySize => ({
  family,
  series,
  label: values === null ? null : { name: `${family}_label`, values, about: true, examples: [`${family}-1`] },
})

const FIVE = [size('a', 900), size('b', 800), size('c', 700), size('d', 600), size('e', 500)]

const ROWS = [
  { name: 'nothing large, nothing earlier', earlier: null, now: [], label: null },
  {
    name: 'nothing earlier: the largest family',
    earlier: null,
    now: [size('a', 900), size('b', 300)],
    label: 'a',
    by: null,
  },
  { name: 'nothing earlier: 200 values', earlier: null, now: [size('a', 900, 200)], label: 'a', by: null },
  { name: 'nothing earlier: 199 values', earlier: null, now: [size('a', 900, 199)], label: null },
  {
    name: 'nothing earlier: only the largest counts',
    earlier: null,
    now: [size('a', 900, 40), size('b', 800, 800)],
    label: null,
  },
  { name: 'nothing earlier: without a label', earlier: null, now: [size('a', 900, null)], label: null },
  { name: 'unchanged', earlier: FIVE, now: FIVE, label: null },
  { name: 'a tenth more', earlier: [size('a', 1000)], now: [size('a', 1100)], label: 'a', by: 100 },
  { name: 'less than a tenth more', earlier: [size('a', 1000)], now: [size('a', 1099)], label: null },
  { name: '50 more', earlier: [size('a', 250)], now: [size('a', 300)], label: 'a', by: 50 },
  { name: '49 more', earlier: [size('a', 250)], now: [size('a', 299)], label: null },
  { name: 'fewer', earlier: [size('a', 1000)], now: [size('a', 500)], label: null },
  {
    name: 'the one that grew most, not the largest',
    earlier: [size('a', 5000), size('b', 400), size('c', 300)],
    now: [size('a', 5400), size('b', 700), size('c', 380)],
    label: 'b',
    by: 300,
  },
  {
    name: 'the one that grew most has no label to name',
    earlier: [size('a', 300), size('b', 300)],
    now: [size('a', 900, null), size('b', 400)],
    label: null,
  },
  { name: 'not told of before: had up to 99', earlier: [], now: [size('a', 250)], label: 'a', by: 151 },
  { name: 'not told of before: too few', earlier: [], now: [size('a', 148)], label: null },
  {
    name: 'not among five before: had up to as many as the fifth',
    earlier: FIVE,
    now: [size('f', 650), ...FIVE.slice(0, 4)],
    label: 'f',
    by: 150,
  },
  {
    name: 'few values are named too where the family grows',
    earlier: [size('a', 300, 30)],
    now: [size('a', 400, 40)],
    label: 'a',
    by: 100,
  },
]

const census = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      series: fc.integer({ min: 100, max: 3000 }),
    }),
    {
      selector: ({ name }) => name,
      maxLength: 5,
    },
  )
  .map((sizes) => sizes.map(({ name, series }) => size(name, series)).toSorted((a, b) => b.series - a.series))

describe('growingLabel', () => {
  it.each(ROWS)('$name', ({ earlier, now, label, by = null }) => {
    const found = growingLabel(earlier, now)
    expect(found && [found.family, found.label, found.grewBy, found.examples]).toEqual(
      label === null ? null : [label, `${label}_label`, by, [`${label}-1`]],
    )
  })

  it('names nothing that grew less than another family', () => {
    fc.assert(
      fc.property(census, census, (earlier, now) => {
        const found = growingLabel(earlier, now)
        for (const { family, series } of now) {
          const was = earlier.find((size) => size.family === family)?.series
          if (was === undefined || series - was < 50 || series < was * 1.1) continue
          expect(found?.grewBy).toBeGreaterThanOrEqual(series - was)
        }
      }),
    )
  })
})
