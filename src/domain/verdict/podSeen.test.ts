import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import {
  failed,
  healthReading,
  NOW,
  podFacts,
  read,
  scrape,
  scraped,
  SIGN_IN,
  signals,
  TIMEOUT,
} from '#src/domain/watch/testing/podFacts.ts'
import { isHeardOf, seenHealthy } from './podFacts.ts'

const named = serviceOf({ pods: 1, endpoints: { ready: '/ready' } })
const declaredNone = serviceOf({ pods: 1, endpoints: { health: false } })
const lastOk = (at: number) => ({ at, freshFor: seconds(15), value: healthReading('ok') })

describe('seen healthy', () => {
  const up = signals([], { up: true, from: 'redis_up' })
  const down = signals([], { up: false, from: 'redis_up' })
  const rows: readonly { name: string; facts: Parameters<typeof podFacts>[0]; expected: boolean }[] = [
    { name: 'never asked', facts: {}, expected: false },
    { name: 'healthy', facts: { tracks: { health: read('ok') } }, expected: true },
    { name: 'degraded', facts: { tracks: { health: read('degraded') } }, expected: false },
    { name: 'down', facts: { tracks: { health: read('down') } }, expected: false },
    { name: 'does not tell', facts: { tracks: { health: read('unknown') } }, expected: false },
    {
      name: 'healthy, but too long ago',
      facts: { tracks: { health: read('ok', { at: NOW - 15_001 }) } },
      expected: false,
    },
    {
      name: 'one failure after a fresh good reading',
      facts: { tracks: { health: failed(TIMEOUT, { lastReading: lastOk(NOW - 5000) }) } },
      expected: true,
    },
    {
      name: 'a fresh failure after a good reading that is old by now',
      facts: { tracks: { health: failed(TIMEOUT, { lastReading: lastOk(NOW - 15_001) }) } },
      expected: false,
    },
    { name: 'metrics alone', facts: { tracks: { metrics: scraped() } }, expected: false },
    {
      name: 'metrics where there is no health',
      facts: { service: declaredNone, tracks: { metrics: scraped() } },
      expected: true,
    },
    {
      name: 'an exporter whose target is up',
      facts: { service: declaredNone, tracks: { metrics: scraped() }, signals: up },
      expected: true,
    },
    {
      name: 'an exporter whose target is down',
      facts: { service: declaredNone, tracks: { metrics: scraped() }, signals: down },
      expected: false,
    },
    {
      name: 'an exporter, too long ago',
      facts: {
        service: declaredNone,
        tracks: { metrics: scraped({}, 20, { at: NOW - 15_001 }) },
        signals: up,
      },
      expected: false,
    },
    {
      name: 'an exporter that failed once just now',
      facts: {
        service: declaredNone,
        tracks: {
          metrics: failed(TIMEOUT, { lastReading: { at: NOW - 15_000, freshFor: 15_000, value: scrape() } }),
        },
      },
      expected: true,
    },
    {
      name: 'healthy, readiness named and not told',
      facts: { service: named, tracks: { health: read('ok') } },
      expected: false,
    },
    {
      name: 'healthy and ready',
      facts: { service: named, tracks: { health: read('ok'), ready: read('ok') } },
      expected: true,
    },
    {
      name: 'healthy and not ready',
      facts: { service: named, tracks: { health: read('ok'), ready: read('down') } },
      expected: false,
    },
    {
      name: 'healthy, ready too long ago',
      facts: { service: named, tracks: { health: read('ok'), ready: read('ok', { at: NOW - 15_001 }) } },
      expected: false,
    },
    {
      name: 'healthy, ready a moment ago and one failure since',
      facts: {
        service: named,
        tracks: { health: read('ok'), ready: failed(TIMEOUT, { lastReading: lastOk(NOW - 5000) }) },
      },
      expected: true,
    },
    {
      name: 'ready and not healthy',
      facts: { service: named, tracks: { health: read('down'), ready: read('ok') } },
      expected: false,
    },
  ]
  for (const { name, facts, expected } of rows) {
    it(`${name}: ${expected}`, () => {
      expect(seenHealthy(podFacts(facts), NOW)).toBe(expected)
    })
  }
})

describe('heard of', () => {
  const rows: readonly { name: string; facts: Parameters<typeof podFacts>[0]; expected: boolean }[] = [
    { name: 'never asked', facts: {}, expected: false },
    { name: 'healthy', facts: { tracks: { health: read('ok') } }, expected: true },
    { name: 'degraded', facts: { tracks: { health: read('degraded') } }, expected: true },
    {
      name: 'down, which waits to be confirmed',
      facts: { tracks: { health: read('down') } },
      expected: true,
    },
    { name: 'does not tell', facts: { tracks: { health: read('unknown') } }, expected: false },
    { name: 'wants a sign-in', facts: { tracks: { health: failed(SIGN_IN) } }, expected: false },
    {
      name: 'one failure after a fresh reading',
      facts: { tracks: { health: failed(TIMEOUT, { lastReading: lastOk(NOW - 5000) }) } },
      expected: true,
    },
    {
      name: 'a reading that is old by now',
      facts: { tracks: { health: read('ok', { at: NOW - 15_001 }) } },
      expected: false,
    },
    {
      name: 'metrics where there is no health',
      facts: { service: declaredNone, tracks: { metrics: scraped() } },
      expected: true,
    },
    {
      name: 'healthy, readiness named and not told',
      facts: { service: named, tracks: { health: read('ok'), ready: failed(TIMEOUT) } },
      expected: false,
    },
    {
      name: 'healthy, readiness told',
      facts: { service: named, tracks: { health: read('ok'), ready: read('degraded') } },
      expected: true,
    },
  ]
  for (const { name, facts, expected } of rows) {
    it(`${name}: ${expected}`, () => {
      expect(isHeardOf(podFacts(facts), NOW)).toBe(expected)
    })
  }
})
