import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backfill, emptyHistory, type History, remember } from '#src/domain/series/history.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { usualAt } from './usualAt.ts'

/** A Monday, 09:30 UTC. */
const AT = 1_763_371_800_000

type Told = readonly (readonly [ago: number, value: number])[]

function told(values: Told): History {
  const history = emptyHistory()
  for (const [ago, value] of values.toSorted(([a], [b]) => b - a)) remember(history, AT - ago, value)
  return history
}

const daysAgo = (...values: readonly (number | null)[]): Told =>
  values.flatMap((value, i) => (value === null ? [] : [[days(i + 1), value] as const]))

/** So many minutes of pages, one a minute, the newest of them `end` minutes ago. */
const pages = (end: number, count: number, value: number): Told =>
  Array.from({ length: count }, (_, i) => [minutes(end + i), value] as const)

const containing = (expected: object | null): unknown =>
  expected === null ? null : expect.objectContaining(expected)

describe('what is usual at an hour', () => {
  it.each([
    { name: 'nothing is known', values: [], expected: null },
    { name: 'two days', values: daysAgo(5, 5), expected: null },
    { name: 'three days', values: daysAgo(5, 9, 6), expected: { value: 6, of: 'days' } },
    {
      name: 'days with gaps',
      values: daysAgo(5, null, 9, null, null, 6),
      expected: { value: 6, of: 'days' },
    },
    { name: 'seven days', values: daysAgo(1, 2, 3, 4, 5, 6, 7), expected: { value: 4, of: 'days' } },
    {
      name: 'a weekend among five days',
      values: daysAgo(2, 2, 10, 11, 12),
      expected: { value: 10, of: 'days' },
    },
    {
      name: 'what is more than a week ago',
      values: [...daysAgo(5, 5), [days(8), 9] as const],
      expected: null,
    },
    {
      name: 'a load that changed four days ago',
      values: daysAgo(9, 9, 9, 9, 1, 1, 1),
      expected: { value: 9 },
    },
    {
      name: 'another hour of those days',
      values: daysAgo(5, 6, 7).map(([ago, v]) => [ago + hours(3), v] as const),
      expected: null,
    },
    {
      name: 'the hours beside it, where it is not known itself',
      values: daysAgo(5, 6, 7).flatMap(([ago, v]) => [
        [ago + hours(1), v] as const,
        [ago - hours(1), v + 2] as const,
      ]),
      expected: { value: 7, of: 'days' },
    },
    {
      name: 'not the hours beside it where it is known',
      values: daysAgo(5, 6, 7).flatMap(([ago, v]) => [[ago, v] as const, [ago - hours(1), 99] as const]),
      expected: { value: 6, of: 'days', peak: 99 },
    },
    { name: 'today', values: [[0, 99], ...daysAgo(5, 6, 7)] as Told, expected: { value: 6 } },
  ])('$name', ({ values, expected }) => {
    expect(usualAt(told(values), AT)).toEqual(containing(expected))
  })

  it('has the peaks of ordinary days, and not that of the oddest one', () => {
    const nightly = daysAgo(10, 10, 10, 10, 10)
    const runs = nightly.map(([ago], i) => [ago + minutes(1), i === 0 ? 900 : 80] as const)
    expect(usualAt(told([...nightly, ...runs]), AT)?.peak).toBe(80)
  })

  it('knows what somebody else has measured', () => {
    const history = emptyHistory()
    for (let day = 7; day >= 1; day--) backfill(history, AT - days(day), 40, minutes(5))
    expect(usualAt(history, AT)?.value).toBe(40)
  })
})

describe('where no days are known, what was usual before', () => {
  it.each([
    { name: 'two hours', values: pages(11, 120, 4), expected: { value: 4, peak: 4, of: 'hours' } },
    {
      name: 'a page in ten minutes',
      values: pages(11, 120, 4).filter((_, i) => i % 10 === 0),
      expected: { value: 4 },
    },
    { name: 'half an hour and a little', values: pages(11, 32, 4), expected: { value: 4 } },
    { name: 'less than half an hour', values: pages(11, 25, 4), expected: null },
    { name: 'only the ten minutes that are left out', values: pages(0, 9, 4), expected: null },
    { name: 'what is more than 130 minutes ago', values: pages(133, 120, 4), expected: null },
    { name: 'two pages an hour apart', values: [...pages(20, 1, 4), ...pages(80, 1, 4)], expected: null },
    { name: 'a rush just now', values: [...pages(0, 9, 90), ...pages(11, 100, 4)], expected: { value: 4 } },
    {
      name: 'a rush of half an hour',
      values: [...pages(11, 30, 90), ...pages(42, 80, 4)],
      expected: { value: 4 },
    },
  ])('$name', ({ values, expected }) => {
    expect(usualAt(told(values), AT)).toEqual(containing(expected))
  })

  it('a Monday after a weekend that is all that is known is not judged by it', () => {
    const weekend = daysAgo(2, 2, 9)
    expect(usualAt(told(weekend), AT)?.value).toBe(2)
    expect(usualAt(told([...weekend, ...pages(11, 110, 8)]), AT)).toMatchObject({ value: 8, of: 'hours' })
    expect(usualAt(told([...daysAgo(2, 2, 9, 9, 9), ...pages(11, 110, 8)]), AT)).toMatchObject({ value: 9 })
  })
})

describe('whatever is known', () => {
  it('what is usual lies within it, and its peak not below', () => {
    const values = fc.array(
      fc.tuple(fc.integer({ min: 0, max: days(9) }), fc.integer({ min: 0, max: 1000 })),
      {
        maxLength: 200,
      },
    )
    fc.assert(
      fc.property(values, (all) => {
        const usual = usualAt(told(all), AT)
        if (usual === null) return
        const known = all.map(([, value]) => value)
        expect(usual.value).toBeGreaterThanOrEqual(Math.min(...known) - 1e-3)
        expect(usual.value).toBeLessThanOrEqual(Math.max(...known) + 1e-3)
        expect(usual.peak).toBeGreaterThanOrEqual(usual.value - 1e-3)
      }),
    )
  })

  it('what comes within ten minutes changes nothing', () => {
    const before = [...daysAgo(5, 6, 7, 8), ...pages(11, 100, 6)]
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { maxLength: 9 }), (now) => {
        const later = now.map((value, i) => [minutes(i), value] as const)
        expect(usualAt(told([...before, ...later]), AT)).toEqual(usualAt(told(before), AT))
      }),
    )
  })
})
