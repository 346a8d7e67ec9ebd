import { describe, expect, it } from 'vitest'
import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import { hours, seconds } from '#src/domain/time/units.ts'
import type { Condition } from '#src/domain/verdict/condition.ts'
import {
  conditions,
  failed,
  healthReading,
  NOT_FOUND,
  NOW,
  podFacts,
  read,
  scraped,
  signals,
  TIMEOUT,
} from '#src/domain/watch/testing/podFacts.ts'
import { judgeAnswer } from './judge.ts'
import type { PodFacts } from './podFacts.ts'

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

const UNREADY: Condition = { ...FAILING, part: { kind: 'not-ready', why: null } }
const NO_METRICS: Condition = {
  ...FAILING,
  light: 'orange',
  part: { kind: 'metrics-failing', failure: TIMEOUT },
}

const recent = (at: number) => ({ at, freshFor: seconds(15), value: healthReading('ok') })

/** Answers again and again in the same way, and tells the kinds that are left each time. */
function kindsAfter(pod: PodFacts, endpoint: Endpoint, times: number): string[] {
  let now = pod
  return Array.from({ length: times }, () => {
    now = { ...now, ...judgeAnswer(now, endpoint, NOW) }
    return [...now.conditions.values()].map((condition) => condition.part.kind).join(' ')
  })
}

describe('an answer', () => {
  for (const { name, pod, endpoint, expected } of [
    {
      name: 'of one endpoint leaves what is known of another',
      pod: podFacts({ tracks: { health: read('ok') }, conditions: new Map([['level:fds', LEVEL]]) }),
      endpoint: 'health',
      expected: ['level', 'level', 'level', 'level'],
    },
    {
      name: 'that is fine ends a condition after three',
      pod: podFacts({ tracks: { health: read('ok') }, conditions: conditions(SLOW) }),
      endpoint: 'health',
      expected: ['slow', 'slow', '', ''],
    },
    {
      name: 'that is none leaves what is known while it is fresh',
      pod: podFacts({
        tracks: { health: failed(TIMEOUT, { lastReading: recent(NOW - 5000) }) },
        conditions: conditions(SLOW, FAILING),
      }),
      endpoint: 'health',
      expected: ['slow failing', 'slow failing', 'slow failing', 'slow failing'],
    },
    {
      name: 'that is none ends nothing either when that is too old to be the present',
      pod: podFacts({
        tracks: { health: failed(TIMEOUT, { lastReading: recent(NOW - 15_001) }) },
        conditions: conditions(SLOW, FAILING),
      }),
      endpoint: 'health',
      expected: ['slow failing', 'slow failing', 'slow failing', 'slow failing'],
    },
    {
      name: 'that is none says nothing of readiness, however long it lasts',
      pod: podFacts({
        tracks: { health: read('ok'), ready: failed(TIMEOUT, { lastReading: recent(NOW - hours(1)) }) },
        conditions: conditions(UNREADY),
      }),
      endpoint: 'ready',
      expected: ['not-ready', 'not-ready', 'not-ready', 'not-ready'],
    },
    {
      name: 'of metrics that fail says nothing of them while health is out as well',
      pod: podFacts({
        tracks: { health: failed(TIMEOUT), metrics: failed(TIMEOUT) },
        conditions: conditions(NO_METRICS),
      }),
      endpoint: 'metrics',
      expected: ['metrics-failing', 'metrics-failing', 'metrics-failing', 'metrics-failing'],
    },
    {
      name: 'that finds no health ends what it said, once metrics stand for life',
      pod: podFacts({
        tracks: { health: failed(NOT_FOUND, { lastReading: recent(NOW - 15_001) }), metrics: scraped() },
        conditions: conditions(SLOW),
      }),
      endpoint: 'health',
      expected: ['slow', 'slow', '', ''],
    },
    {
      name: 'that finds no health ends nothing where nothing else tells how it is',
      pod: podFacts({
        tracks: { health: failed(NOT_FOUND, { lastReading: recent(NOW - 15_001) }) },
        conditions: conditions(SLOW),
      }),
      endpoint: 'health',
      expected: ['slow', 'slow', 'slow', 'slow'],
    },
    {
      name: 'that was never asked for ends no outage',
      pod: podFacts({ tracks: { health: failed({ kind: 'aborted' }) }, conditions: conditions(FAILING) }),
      endpoint: 'health',
      expected: ['failing', 'failing', 'failing', 'failing'],
    },
    {
      name: 'of metrics says nothing of an outage of health',
      pod: podFacts({
        tracks: { health: failed(TIMEOUT), metrics: failed(TIMEOUT) },
        conditions: conditions(FAILING),
      }),
      endpoint: 'metrics',
      expected: ['failing', 'failing', 'failing', 'failing'],
    },
    {
      name: 'that finds no health says nothing of an outage of metrics',
      pod: podFacts({
        tracks: { health: failed(NOT_FOUND), metrics: failed(TIMEOUT) },
        conditions: conditions(FAILING),
      }),
      endpoint: 'health',
      expected: ['failing', 'failing', 'failing', 'failing'],
    },
    {
      name: 'without the signal ends its level',
      pod: podFacts({
        tracks: { metrics: scraped() },
        signals: signals([['fds', 1, 100]]),
        conditions: new Map([['level:fds', LEVEL]]),
      }),
      endpoint: 'metrics',
      expected: ['level', 'level', '', ''],
    },
  ] as const) {
    it(name, () => {
      expect(kindsAfter(pod, endpoint, 4)).toEqual(expected)
    })
  }

  it('believes at once that a signal is near its limit where it is the first that is heard of it', () => {
    const pod = podFacts({ tracks: { metrics: scraped() }, signals: signals([['fds', 99, 100]]) })
    const first = judgeAnswer(pod, 'metrics', NOW)
    expect(first.conditions.get('level:fds')).toMatchObject({ light: 'red', already: true })
    const later = judgeAnswer({ ...pod, told: new Set(['level' as const]) }, 'metrics', NOW)
    expect(later.conditions.get('level:fds')).toMatchObject({ light: 'green' })
  })

  it('keeps levels of two signals apart', () => {
    const pod = podFacts({
      tracks: { metrics: scraped() },
      signals: signals([
        ['fds', 99, 100],
        ['disk', 99, 100],
      ]),
    })
    expect([...judgeAnswer(pod, 'metrics', NOW).conditions.keys()]).toEqual(['level:fds', 'level:disk'])
  })
})
