import { describe, expect, it } from 'vitest'
import { days, seconds } from '#src/domain/time/units.ts'
import type { Condition } from '#src/domain/verdict/condition.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import {
  conditions,
  failed,
  NOW,
  podFacts,
  read,
  scrape,
  scraped,
  TIMEOUT,
} from '#src/domain/watch/testing/podFacts.ts'
import { reasonOf } from '#src/domain/wording/testing/reasonOf.ts'
import { byWeight, complaints, judgeAnswer, podLight } from './judge.ts'
import type { Light } from './light.ts'
import type { PodFacts } from './podFacts.ts'
import { GRAVEST_FIRST } from './gravity.ts'
import type { Reason, ReasonKind } from './reason.ts'
import { FLEET_RULES } from './amongOthers.ts'
import { RULES } from './rules.ts'
import { SERVICE_RULES } from './serviceRules.ts'

const SLOW: Condition = {
  part: { kind: 'slow', took: 2000 },
  light: 'orange',
  since: NOW - seconds(60),
  answers: [],
}
const LEVEL: Condition = {
  part: { kind: 'level', signal: 'fds', value: 99, bound: 100, of: null },
  light: 'red',
  since: NOW - seconds(60),
  answers: [],
}
const FAILING: Condition = {
  part: { kind: 'failing', failure: TIMEOUT },
  light: 'red',
  since: NOW - seconds(60),
  answers: [],
}

describe('a pod', () => {
  const rows: readonly { name: string; pod: PodFacts; light: Light; kinds: readonly ReasonKind[] }[] = [
    { name: 'never seen', pod: podFacts(), light: 'unknown', kinds: ['stale'] },
    { name: 'healthy', pod: podFacts({ tracks: { health: read('ok') } }), light: 'green', kinds: [] },
    {
      name: 'not healthy, for whatever reason nobody says so',
      pod: podFacts({ tracks: { health: read('degraded') } }),
      light: 'unknown',
      kinds: [],
    },
    {
      name: 'healthy and slow',
      pod: podFacts({ tracks: { health: read('ok') }, conditions: conditions(SLOW) }),
      light: 'orange',
      kinds: ['slow'],
    },
    {
      name: 'healthy, with something pending',
      pod: podFacts({ tracks: { health: read('ok') }, conditions: conditions({ ...SLOW, light: 'green' }) }),
      light: 'green',
      kinds: [],
    },
    {
      name: 'out for longer than it was seen',
      pod: podFacts({ tracks: { health: failed(TIMEOUT) }, conditions: conditions(FAILING) }),
      light: 'red',
      kinds: ['failing'],
    },
    {
      name: 'restarted in the night',
      pod: podFacts({ tracks: { health: read('ok') }, restarts: [NOW - 1000] }),
      light: 'orange',
      kinds: ['restarts'],
    },
    {
      name: 'slow, and stale by now',
      pod: podFacts({ tracks: { health: read('ok', { at: 0 }) }, conditions: conditions(SLOW) }),
      light: 'unknown',
      kinds: ['slow', 'stale'],
    },
    {
      name: 'out, and stale by now',
      pod: podFacts({ tracks: { health: failed(TIMEOUT, { at: 0 }) }, conditions: conditions(FAILING) }),
      light: 'unknown',
      kinds: ['failing', 'stale'],
    },
    {
      name: 'healthy, full by metrics that are old by now',
      pod: podFacts({
        tracks: { health: read('ok'), metrics: scraped({}, 20, { at: NOW - days(1) }) },
        conditions: new Map([['level:fds', LEVEL]]),
      }),
      light: 'unknown',
      kinds: ['level'],
    },
    {
      name: 'healthy, full by a scrape that is old by now, though another one failed since',
      pod: podFacts({
        tracks: {
          health: read('ok'),
          metrics: failed(TIMEOUT, {
            lastReading: { at: NOW - days(1), freshFor: seconds(15), value: scrape() },
          }),
        },
        conditions: new Map([['level:fds', LEVEL]]),
      }),
      light: 'unknown',
      kinds: ['level'],
    },
    {
      name: 'healthy, full by metrics that have been gone for more than a day',
      pod: podFacts({
        tracks: { health: read('ok'), metrics: scraped({}, 20, { at: NOW - days(1) - 1 }) },
        conditions: new Map([['level:fds', LEVEL]]),
      }),
      light: 'green',
      kinds: [],
    },
    {
      name: 'healthy, full by metrics that are fresh',
      pod: podFacts({
        tracks: { health: read('ok'), metrics: scraped() },
        conditions: new Map([['level:fds', LEVEL]]),
      }),
      light: 'red',
      kinds: ['level'],
    },
  ]
  for (const { name, pod, light, kinds } of rows) {
    it(`${name} is ${light}`, () => {
      const wrong = complaints(pod, NOW)
      expect(wrong.map((complaint) => complaint.part.kind)).toEqual(kinds)
      expect(podLight(pod, wrong, NOW)).toBe(light)
    })
  }
})

const weighed = (light: Light, kind: ReasonKind): Reason => ({ ...reasonOf(kind, 1, {}), light })

describe('the rule table', () => {
  it('has one row a kind', () => {
    expect(new Set(RULES.map((rule) => rule.kind)).size).toBe(RULES.length)
  })

  it('weighs every kind once', () => {
    const kinds = [...RULES, ...SERVICE_RULES, ...FLEET_RULES].map(({ kind }) => kind)
    expect(GRAVEST_FIRST.toSorted()).toEqual(kinds.toSorted())
  })

  it('orders by light, then by gravity: bad lines on a page come after memory at its limit', () => {
    const expected = [
      weighed('red', 'failing'),
      weighed('red', 'level'),
      weighed('orange', 'failing'),
      weighed('orange', 'level'),
      weighed('orange', 'restarts'),
      weighed('orange', 'versions-disagree'),
      weighed('orange', 'exposition'),
      weighed('unknown', 'stale'),
    ]
    expect(expected.toReversed().toSorted(byWeight)).toEqual(expected)
  })

  it('judges a damped rule by the thresholds of its service', () => {
    const service = serviceOf({ pods: 1, thresholds: { worsenAfter: 1 } })
    const pod = podFacts({ service, tracks: { health: read('down') } })
    expect(judgeAnswer(pod, 'health', NOW).conditions.get('health')).toMatchObject({
      light: 'red',
      since: NOW,
    })
  })
})
