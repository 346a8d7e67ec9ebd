import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { missingSpans } from './missingSpans.ts'
import { type Did, DUSK, trailOf } from './testing/storedNight.ts'
import { watchedSpans } from './watchedSpans.ts'

const span = (from: number, to: number) => ({ from: DUSK + minutes(from), to: DUSK + minutes(to) })

/** Scraped within these minutes, two by two. */
const scraped = (...spans: readonly (readonly [from: number, to: number])[]): Did => ({
  up: (t) => (spans.some(([from, to]) => t >= minutes(from) && t <= minutes(to)) ? true : null),
})

const ROWS = [
  { name: 'all the time', pods: [scraped([0, 60])], told: [span(1, 60)] },
  { name: 'nobody', pods: [], told: [] },
  { name: 'the newest scrape counts until now', pods: [scraped([0, 59.5])], told: [span(1, 60)] },
  { name: 'but not for ever', pods: [scraped([0, 58])], told: [span(1, 58)] },
  {
    name: 'a hole in all',
    pods: [scraped([0, 20], [30, 60]), scraped([0, 20], [30.25, 60])],
    told: [span(1, 20), span(30.25, 60)],
  },
  { name: 'a hole in one', pods: [scraped([0, 20], [30, 60]), scraped([0, 60])], told: [span(1, 60)] },
  {
    name: 'what it did not see',
    pods: [scraped([0, 60])],
    blind: [span(20, 30)],
    told: [span(1, 20), span(30, 60)],
  },
]

describe('watchedSpans', () => {
  it.each(ROWS)('$name', ({ pods, blind = [], told }) => {
    const trails = pods.flatMap((did) => trailOf(did, minutes(60)) ?? [])
    expect(watchedSpans(trails, blind, span(1, 60))).toEqual(told)
  })
})

describe('missingSpans', () => {
  const now = DUSK + hours(72)
  it.each([
    { name: 'all of three days', known: [], missing: [span(0, 4320)] },
    { name: 'nothing', known: [span(-60, 4320)], missing: [] },
    { name: 'what is not known', known: [span(900, 4320), span(-60, 600)], missing: [span(600, 900)] },
    { name: 'no hole of some seconds', known: [span(0, 600), span(600.4, 4320)], missing: [] },
    { name: 'nothing of days before', known: [span(0, 4320), span(-900, -800)], missing: [] },
  ])('$name', ({ known, missing }) => expect(missingSpans(known, now)).toEqual(missing))
})
