import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import {
  failed,
  healthReading,
  NOT_FOUND,
  NOW,
  podFacts,
  read,
  REFUSED,
  scraped,
  SIGN_IN,
} from '#src/domain/watch/testing/podFacts.ts'
import { isFresh, lifeEndpoint, type Tracks } from './podFacts.ts'

const declaredNone = serviceOf({ pods: 1, endpoints: { health: false } })
const lastOk = (at: number) => ({ at, freshFor: seconds(15), value: healthReading('ok') })

describe('the endpoint that stands for life', () => {
  const rows: readonly {
    name: string
    tracks: Partial<Tracks>
    service?: typeof declaredNone
    expected: 'health' | 'metrics'
  }[] = [
    { name: 'is health before anything was asked', tracks: {}, expected: 'health' },
    { name: 'is health when metrics come first', tracks: { metrics: scraped() }, expected: 'health' },
    {
      name: 'is health that answers',
      tracks: { health: read('down'), metrics: scraped() },
      expected: 'health',
    },
    {
      name: 'is health that fails in any other way than not being there',
      tracks: { health: failed(SIGN_IN), metrics: scraped() },
      expected: 'health',
    },
    {
      name: 'is metrics where no health was found',
      tracks: { health: failed(NOT_FOUND), metrics: scraped() },
      expected: 'metrics',
    },
    {
      name: 'is metrics that fail, where no health was found',
      tracks: { health: failed(NOT_FOUND), metrics: failed(REFUSED) },
      expected: 'metrics',
    },
    {
      name: 'is health where neither was found',
      tracks: { health: failed(NOT_FOUND), metrics: failed(NOT_FOUND) },
      expected: 'health',
    },
    {
      name: 'is health where no health was found and metrics not asked',
      tracks: { health: failed(NOT_FOUND) },
      expected: 'health',
    },
    {
      name: 'is metrics where the file says so',
      tracks: { metrics: scraped() },
      service: declaredNone,
      expected: 'metrics',
    },
    {
      name: 'is health as long as nothing is known of metrics',
      tracks: {},
      service: declaredNone,
      expected: 'health',
    },
    {
      name: 'is health that vanished a moment ago: its last word still counts',
      tracks: { health: failed(NOT_FOUND, { lastReading: lastOk(NOW - seconds(15)) }), metrics: scraped() },
      expected: 'health',
    },
    {
      name: 'is metrics once the last word of health is old',
      tracks: {
        health: failed(NOT_FOUND, { lastReading: lastOk(NOW - seconds(15) - 1) }),
        metrics: scraped(),
      },
      expected: 'metrics',
    },
  ]
  for (const { name, tracks, service = serviceOf(), expected } of rows) {
    it(name, () => {
      expect(lifeEndpoint(podFacts({ tracks, service }))).toBe(expected)
    })
  }
})

describe('fresh', () => {
  for (const { name, age, expected } of [
    { name: 'just now', age: 0, expected: true },
    { name: 'at the end of its time', age: 15_000, expected: true },
    { name: 'a moment later', age: 15_001, expected: false },
    { name: 'from a clock that was slewed back', age: -1000, expected: true },
    { name: 'from a clock that was set back', age: -1001, expected: false },
    { name: 'from tomorrow', age: -86_400_000, expected: false },
  ]) {
    it(`${name}: ${expected}`, () => {
      expect(isFresh(NOW - age, seconds(15), NOW)).toBe(expected)
    })
  }

  it('is nothing that is old for good', () => {
    for (const age of [-2000, -500, 0, 1]) {
      expect(isFresh(NOW - age, Number.NEGATIVE_INFINITY, NOW)).toBe(false)
    }
  })
})
