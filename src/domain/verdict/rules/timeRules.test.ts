import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import type { Condition } from '#src/domain/verdict/condition.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { addProbe } from '#src/domain/verdict/probeRuns.ts'
import type { Rule } from '#src/domain/verdict/rule.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import {
  conditions,
  failed,
  NOT_FOUND,
  NOW,
  podFacts,
  read,
  REFUSED,
  scraped,
  SIGN_IN,
  TIMEOUT,
} from '#src/domain/watch/testing/podFacts.ts'
import { confirming } from './confirming.ts'
import { flapping } from './flapping.ts'
import { restarts } from './restarts.ts'
import { stale } from './stale.ts'

const ask = (rule: Rule, pod: PodFacts, now = NOW) => rule.find(pod, pod.service.policy, now)

type Facts = Parameters<typeof podFacts>[0]

describe('stale', () => {
  const at = NOW - seconds(15)
  const rows: readonly {
    name: string
    facts: Facts
    now?: number
    lastSeen?: number | null
    since?: number
  }[] = [
    { name: 'never looked at', facts: {}, lastSeen: null },
    {
      name: 'never asked, for an hour',
      facts: { watchedSince: NOW - hours(1) },
      lastSeen: null,
      since: NOW - hours(1),
    },
    {
      name: 'never asked, and the clock was set back',
      facts: { watchedSince: NOW },
      now: 5,
      lastSeen: null,
      since: 5,
    },
    { name: 'as old as it may be', facts: { tracks: { health: read('ok', { at }) } } },
    { name: '1 ms older', facts: { tracks: { health: read('ok', { at: at - 1 }) } }, lastSeen: at - 1 },
    { name: 'a failure is heard as well', facts: { tracks: { health: failed(TIMEOUT) } } },
    {
      name: 'an old failure',
      facts: { tracks: { health: failed(TIMEOUT, { at: at - 1 }) } },
      lastSeen: at - 1,
    },
    { name: 'the clock is slewed back', facts: { tracks: { health: read('ok') } }, now: NOW - 1000 },
    {
      name: 'the clock was set back',
      facts: { tracks: { health: read('ok') } },
      now: NOW - 1001,
      lastSeen: NOW,
    },
    {
      name: 'metrics stand for life where there is no health',
      facts: { tracks: { health: failed(NOT_FOUND, { at: 0 }), metrics: scraped() } },
    },
    {
      name: 'metrics stand for nothing where there is health',
      facts: { tracks: { health: read('ok', { at: 0 }), metrics: scraped() } },
      lastSeen: 0,
    },
  ]
  for (const { name, facts, now, lastSeen, since = lastSeen ?? NOW } of rows) {
    it(`${name}: ${lastSeen === undefined ? 'fresh' : 'grey'}`, () => {
      const found = { light: 'unknown', part: { kind: 'stale', lastSeen } }
      expect(ask(stale, podFacts(facts), now)).toEqual(lastSeen === undefined ? [] : [{ ...found, since }])
    })
  }
})

/** `G` good, `b` bad; a probe every 5 s. */
const runsOf = (text: string): PodFacts['runs'] =>
  Array.from(text).reduce<PodFacts['runs']>(
    (runs, letter, i) => addProbe(runs, letter === 'G', i * 5000, 1000),
    [],
  )

const flappy = (flapBad: number, flapWindow: number): ReturnType<typeof serviceOf> =>
  serviceOf({ pods: 1, thresholds: { flapBad, flapWindow } })

describe('flapping', () => {
  const rows: readonly {
    name: string
    text: string
    service?: ReturnType<typeof serviceOf>
    expected: { bad: number; of: number; first: number } | null
  }[] = [
    { name: 'no probes', text: '', expected: null },
    { name: 'always good', text: 'GGGGGGGGGG', expected: null },
    { name: 'always bad is one spell', text: 'bbbbbbbbbb', expected: null },
    { name: 'two spells', text: 'GGbGGGbGGG', expected: null },
    { name: 'three spells', text: 'GGbGbGbGGG', expected: { bad: 3, of: 10, first: 2 } },
    { name: 'long spells count once', text: 'bbGbbbGbGG', expected: { bad: 6, of: 10, first: 0 } },
    { name: 'few probes are enough', text: 'bGbGb', expected: { bad: 3, of: 5, first: 0 } },
    { name: 'only the newest ten count', text: 'bGbGbGGGGGGGGGG', expected: null },
    { name: 'a spell that the window cuts', text: 'bbbGbGbGGGGG', expected: { bad: 3, of: 10, first: 0 } },
    { name: 'a spell that the window leaves out', text: 'bbGGbGbGGGGGGG', expected: null },
    {
      name: 'a window of its own',
      text: 'bGGGG'.repeat(40),
      service: flappy(33, 200),
      expected: { bad: 40, of: 200, first: 0 },
    },
    {
      name: 'the widest window there is, and more probes than it holds',
      text: 'bG'.repeat(600),
      service: flappy(500, 1000),
      expected: { bad: 500, of: 1000, first: 200 },
    },
    {
      name: 'one spell less than it takes',
      text: 'bG'.repeat(499),
      service: flappy(500, 1000),
      expected: null,
    },
  ]
  for (const { name, text, service = serviceOf(), expected } of rows) {
    it(`${name}: ${expected === null ? 'nothing' : 'orange'}`, () => {
      const part = { kind: 'flapping', bad: expected?.bad, of: expected?.of }
      const since = (expected?.first ?? 0) * 5000
      expect(ask(flapping, podFacts({ service, runs: runsOf(text) }))).toEqual(
        expected === null ? [] : [{ light: 'orange', part, since }],
      )
    })
  }
})

const ago = (...ages: number[]): number[] => ages.map((age) => NOW - age)

describe('restarts', () => {
  const window = minutes(15)
  const night = hours(12)
  for (const { name, at, light, count } of [
    { name: 'none', at: [], light: null, count: 0 },
    { name: 'one just now', at: ago(0), light: 'orange', count: 1 },
    { name: 'one at the edge of the night', at: ago(night), light: 'orange', count: 1 },
    { name: 'one before the night', at: ago(night + 1), light: null, count: 0 },
    { name: 'two in a row', at: ago(minutes(2), minutes(1)), light: 'orange', count: 2 },
    { name: 'three at the edge of the loop window', at: ago(window, 2, 1), light: 'red', count: 3 },
    { name: 'three over more than the window', at: ago(window + 1, 2, 1), light: 'orange', count: 3 },
    { name: 'a loop that is over', at: ago(hours(2), hours(2), hours(2)), light: 'orange', count: 3 },
    { name: 'old ones are not counted', at: ago(night + 1, 5), light: 'orange', count: 1 },
    { name: 'a pod whose clock is ahead', at: ago(-60_000), light: 'orange', count: 1 },
  ]) {
    it(`${name}: ${light ?? 'nothing'}`, () => {
      const part = { kind: 'restarts', count, lastAt: at.at(-1) }
      const since = at[at.length - count]
      expect(ask(restarts, podFacts({ restarts: at }))).toEqual(
        light === null ? [] : [{ light, part, since }],
      )
    })
  }

  it('takes the memory and the loop that the fleet file asks for', () => {
    const thresholds = { restartMemory: '1h', crashLoopCount: 1, crashLoopWindow: '1m' }
    const service = serviceOf({ pods: 1, thresholds })
    expect(ask(restarts, podFacts({ service, restarts: ago(hours(2)) }))).toEqual([])
    expect(ask(restarts, podFacts({ service, restarts: ago(minutes(1)) }))).toMatchObject([{ light: 'red' }])
  })
})

const condition = (kind: 'health' | 'slow', light: Condition['light']): Condition => ({
  part: kind === 'health' ? { kind, state: 'down', check: null, why: 'db' } : { kind, took: 2000 },
  light,
  since: NOW - 7,
  answers: [],
})

describe('confirming', () => {
  const rows: readonly {
    name: string
    facts: Facts
    expected: { why: string | null; since: number } | null
  }[] = [
    { name: 'nothing asked', facts: {}, expected: null },
    { name: 'seen healthy', facts: { tracks: { health: read('ok') } }, expected: null },
    {
      name: 'the first bad reading',
      facts: { tracks: { health: read('down') }, conditions: conditions(condition('health', 'green')) },
      expected: { why: 'db', since: NOW - 7 },
    },
    {
      name: 'something else pending while it was seen healthy',
      facts: { tracks: { health: read('ok') }, conditions: conditions(condition('slow', 'green')) },
      expected: null,
    },
    {
      name: 'the first word that it is not ready, while it lives',
      facts: {
        service: serviceOf({ pods: 1, endpoints: { ready: '/ready' } }),
        tracks: { health: read('ok'), ready: read('down') },
        conditions: conditions({
          ...condition('slow', 'green'),
          part: { kind: 'not-ready', why: 'warming' },
        }),
      },
      expected: { why: 'warming', since: NOW - 7 },
    },
    {
      name: 'confirmed: it is told by its own reason',
      facts: { tracks: { health: read('down') }, conditions: conditions(condition('health', 'red')) },
      expected: null,
    },
    {
      name: 'too old to wait for the next: stale says so',
      facts: {
        tracks: { health: read('down', { at: 0 }) },
        conditions: conditions(condition('health', 'green')),
      },
      expected: null,
    },
    {
      name: 'failed while blind, and so not judged',
      facts: { tracks: { health: failed(REFUSED) } },
      expected: { why: null, since: NOW },
    },
    { name: 'unseen has its own reason', facts: { tracks: { health: failed(SIGN_IN) } }, expected: null },
  ]
  for (const { name, facts, expected } of rows) {
    it(`${name}: ${expected === null ? 'nothing' : 'grey'}`, () => {
      const part = { kind: 'confirming', why: expected?.why }
      expect(ask(confirming, podFacts(facts))).toEqual(
        expected === null ? [] : [{ light: 'unknown', part, since: expected.since }],
      )
    })
  }
})
