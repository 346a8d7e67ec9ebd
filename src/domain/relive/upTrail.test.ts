import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import { scrapedSpans, upTrail } from './upTrail.ts'

const EVERY = seconds(15)

/** `1` answered, `0` did not, a space: was not scraped, in steps of 15 s. */
const trailOf = (said: string) => {
  const scrapes = said
    .split('')
    .flatMap((value, i) => (value === ' ' ? [] : [{ at: i * EVERY, value: Number(value) }]))
  return upTrail(
    {
      at: Float64Array.from(scrapes, ({ at }) => at),
      values: Float64Array.from(scrapes, ({ value }) => value),
    },
    3,
  )
}

const runsOf = (said: string) =>
  trailOf(said).runs.map(({ up, from, to }) => `${up ? 'up' : 'out'} ${from / EVERY}-${to / EVERY}`)

describe('upTrail', () => {
  it.each([
    { said: '', runs: [] },
    { said: '1', runs: ['up 0-0'] },
    { said: '111110111', runs: ['up 0-4', 'out 5-5', 'up 6-8'] },
    { said: '1111 111', runs: ['up 0-7'] },
    { said: '1111  111', runs: ['up 0-8'] },
    { said: '1111   111', runs: ['up 0-3', 'up 7-9'] },
    { said: '110000011', runs: ['up 0-1', 'out 2-6', 'up 7-8'] },
  ])('"$said"', ({ said, runs }) => expect(runsOf(said)).toEqual(runs))

  it('knows how far apart its scrapes usually are', () => {
    expect(trailOf('111 1 1111  11')).toMatchObject({ every: EVERY, freshFor: 3 * EVERY })
    expect(trailOf('1 1 1 1')).toMatchObject({ every: 2 * EVERY })
    expect(trailOf('1')).toMatchObject({ every: seconds(60) })
  })

  it('was scraped whether it answered or not', () => {
    expect(scrapedSpans(trailOf('11001     11'))).toEqual([
      { from: 0, to: 4 * EVERY },
      expect.objectContaining({ from: 10 * EVERY, to: 11 * EVERY }),
    ])
  })
})
