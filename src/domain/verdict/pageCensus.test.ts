import { describe, expect, it } from 'vitest'
import type { FamilySize } from '#src/domain/exposition/familyCensus.ts'
import { days, hours } from '#src/domain/time/units.ts'
import { NOW, podFacts, scraped } from '#src/domain/watch/testing/podFacts.ts'
import { nextCensus, pageGrowth } from './pageCensus.ts'

const family = (series: number): readonly FamilySize[] => [
  {
    family: 'http_requests_total',
    series,
    label: { name: 'user_agent', values: series / 2, about: false, examples: ['curl/8'] },
  },
]

describe('nextCensus', () => {
  const first = nextCensus(null, NOW, family(1000))

  it('is the first page of a process, for a day', () => {
    expect(first).toEqual({ at: NOW, largest: family(1000), before: null })
    expect(nextCensus(first, NOW + days(1) - 1, family(9000))).toBe(first)
  })

  it('is then taken anew, and the one before is known for another day', () => {
    const second = nextCensus(first, NOW + days(1), family(2000))
    expect(second).toEqual({ at: NOW + days(1), largest: family(2000), before: family(1000) })
    expect(nextCensus(second, NOW + days(2), family(3000)).before).toEqual(family(2000))
  })
})

describe('pageGrowth', () => {
  const podWith = (series: number, census: ReturnType<typeof nextCensus> | null) =>
    podFacts({ census, tracks: { metrics: scraped({ largest: family(series) }) } })
  const then = nextCensus(null, NOW - hours(20), family(1000))

  it.each([
    { name: 'it grew', series: 1200, census: then, grewBy: 200 },
    {
      name: 'it grew since the day before yesterday',
      series: 1200,
      census: { ...then, largest: family(1190), before: family(1000) },
      grewBy: 200,
    },
    { name: 'it grew by too little to say so', series: 1040, census: then, grewBy: null },
    { name: 'nothing earlier is known', series: 1040, census: null, grewBy: null },
  ])('$name', ({ series, census, grewBy }) => {
    expect(pageGrowth(podWith(series, census))).toMatchObject({
      label: 'user_agent',
      values: series / 2,
      grewBy,
    })
  })

  it('names nothing on a small page, nor where none came', () => {
    expect(pageGrowth(podWith(300, null))).toBeNull()
    expect(pageGrowth(podFacts({ census: then }))).toBeNull()
  })
})
