import { describe, expect, it } from 'vitest'
import { following } from '#src/domain/drift/following.ts'
import type { Service } from '#src/domain/fleet/fleet.ts'
import { record, recentSeries } from '#src/domain/series/recentSeries.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { rollUp, type ServiceVerdict } from '#src/domain/verdict/rollUp.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import {
  conditions,
  failed,
  NOT_FOUND,
  NOW,
  podFacts,
  read,
  scraped,
  signals,
  TIMEOUT,
} from '#src/domain/watch/testing/podFacts.ts'
import type { ServiceRow } from './digestRow.ts'
import { serviceRow } from './serviceRow.ts'
import type { PodSeries } from './sparkOf.ts'

type Facts = NonNullable<Parameters<typeof podFacts>[0]>

const podsOf = (facts: readonly Facts[], service = serviceOf(facts.length)): PodFacts[] =>
  facts.flatMap((one, i) => {
    const pod = service.pods[i]
    return pod === undefined ? [] : [podFacts(Object.assign({ service, pod }, one))]
  })

const seriesOf = (lines: Readonly<Record<string, readonly Signal[]>>): ReadonlyMap<string, PodSeries> =>
  new Map(
    Object.entries(lines).map(([pod, signals]) => [
      pod,
      new Map(
        signals.map((signal) => {
          const line = recentSeries(4, 10)
          record(line, 100, 7)
          return [signal, line]
        }),
      ),
    ]),
  )

const MEMORY = { since: 5, lastKnown: null, spark: null }

function rowOf(
  pods: readonly PodFacts[],
  series: ReadonlyMap<string, PodSeries> = new Map(),
  verdict: ServiceVerdict = rollUp(pods, serviceOf().policy, { disagreeSince: NOW }, NOW),
  service: Service = serviceOf(),
): ServiceRow {
  return serviceRow(service, pods, { recent: series, memory: following() }, verdict, MEMORY)
}

describe('the age of a row', () => {
  for (const { name, facts, expected, cells } of [
    { name: 'never seen', facts: [{}], expected: null, cells: [null] },
    {
      name: 'one pod of two was never seen',
      facts: [{ tracks: { health: read('ok') } }, {}],
      expected: null,
      cells: [NOW, null],
    },
    {
      name: 'the oldest of the newest answers',
      facts: [{ tracks: { health: read('ok') } }, { tracks: { health: failed(TIMEOUT, { at: NOW - 9 }) } }],
      expected: NOW - 9,
      cells: [NOW, NOW - 9],
    },
    {
      name: 'metrics count where they stand for life',
      facts: [
        { tracks: { health: failed(NOT_FOUND, { at: 0 }), metrics: scraped({}, 20, { at: NOW - 3 }) } },
      ],
      expected: NOW - 3,
      cells: [NOW - 3],
    },
    {
      name: 'and not where they do not',
      facts: [{ tracks: { health: read('ok'), metrics: scraped({}, 20, { at: 0 }) } }],
      expected: NOW,
      cells: [NOW],
    },
  ] satisfies readonly {
    name: string
    facts: readonly Facts[]
    expected: number | null
    cells: readonly (number | null)[]
  }[]) {
    it(name, () => {
      const row = rowOf(podsOf(facts))
      expect([row.observedAt, row.pods.map((pod) => pod.observedAt)]).toEqual([expected, cells])
    })
  }
})

const runs = (version: string | null): Facts => ({
  version: { version, commit: 'abc', builtAt: null, runtime: null, startedAt: null, from: 'test' },
})

describe('the version of a row', () => {
  for (const { name, facts, expected } of [
    { name: 'none known', facts: [{}, {}], expected: null },
    { name: 'shared', facts: [runs('1'), runs('1')], expected: '1' },
    { name: 'shared by those of whom it is known', facts: [runs('1'), {}, runs(null)], expected: '1' },
    { name: 'disagreeing', facts: [runs('1'), runs('2'), runs('1')], expected: null },
  ]) {
    it(`${name}: ${expected ?? 'none'}`, () => {
      const row = rowOf(podsOf(facts))
      expect(row.version).toBe(expected)
      expect(row.pods.map((pod) => pod.version)).toEqual(facts.map((one) => one.version?.version ?? null))
    })
  }
})

const has = (...specs: Parameters<typeof signals>[0]): Facts => ({
  tracks: { health: read('ok'), metrics: scraped() },
  signals: signals(specs),
})

const full = (signal: 'fds' | 'poolInUse'): PodFacts['conditions'] =>
  signal === 'fds'
    ? conditions({
        part: { kind: 'level', signal, value: 99, bound: 100, of: null },
        light: 'red',
        since: 1,
        answers: [],
      })
    : conditions({
        part: { kind: 'pool-exhausted', inUse: 9, bound: 9, waiting: 1, of: null },
        light: 'red',
        since: 1,
        answers: [],
      })

describe('what a row draws', () => {
  const lines = seriesOf({
    'orders-1': ['memory', 'fds', 'poolInUse', 'cpu'],
    'orders-2': ['memory', 'fds', 'poolInUse', 'cpu'],
  })
  for (const { name, facts, expected } of [
    { name: 'nothing where there are no signals', facts: [{}, {}], expected: null },
    { name: 'nothing where there is no line', facts: [has(['threads', 4])], expected: null },
    { name: 'memory first', facts: [has(['cpu', 1], ['memory', 5])], expected: ['memory', 'orders-1', null] },
    {
      name: 'the next signal there is',
      facts: [has(['fds', 5], ['cpu', 1])],
      expected: ['cpu', 'orders-1', null],
    },
    {
      name: 'of the pod that has most',
      facts: [has(['memory', 5, 80]), has(['memory', 6, 90])],
      expected: ['memory', 'orders-2', 90],
    },
    {
      name: 'what the worst reason names, of the pod it names',
      facts: [
        { ...has(['memory', 5], ['fds', 99, 100]), conditions: full('fds') },
        has(['memory', 6], ['fds', 100, 1000]),
      ],
      expected: ['fds', 'orders-1', 100],
    },
    {
      name: 'the pool in use where a pool is exhausted',
      facts: [has(['memory', 5]), { ...has(['poolInUse', 9, 9]), conditions: full('poolInUse') }],
      expected: ['poolInUse', 'orders-2', 9],
    },
    {
      name: 'the first signal where the reasons name none',
      facts: [{ ...has(['memory', 5]), restarts: [NOW - 5] }],
      expected: ['memory', 'orders-1', null],
    },
  ] satisfies readonly {
    name: string
    facts: readonly Facts[]
    expected: readonly [Signal, string, number | null] | null
  }[]) {
    it(name, () => {
      const { spark } = rowOf(podsOf(facts), lines)
      expect(spark === null ? null : [spark.signal, spark.pod, spark.bound]).toEqual(expected)
    })
  }

  it('is a line with its place in time, and with the bound of the fleet file before that of the metrics', () => {
    const service = serviceOf({ pods: 1, bounds: { memory: '1KiB' } })
    const pods = podsOf([has(['memory', 5, 80])], service)
    expect(rowOf(pods, lines).spark).toMatchObject({
      signal: 'memory',
      pod: 'orders-1',
      from: 100,
      step: 10,
      values: Float32Array.of(7),
      bound: 1024,
    })
  })
})

describe('a row', () => {
  it('carries what the fleet file says of its service, and what the watch remembers of it', () => {
    const links = { runbook: 'https://wiki/orders' }
    const service = serviceOf({ pods: 1, team: 'payments', tier: 2, links })
    const pods = podsOf([{ tracks: { health: read('ok') } }], service)
    expect(
      rowOf(pods, new Map(), rollUp(pods, service.policy, { disagreeSince: NOW }, NOW), service),
    ).toMatchObject({
      name: 'orders',
      team: 'payments',
      tier: 2,
      links: { ...links, dashboard: null },
      light: 'green',
      since: 5,
      reasons: [],
      pods: [{ name: 'orders-1', light: 'green' }],
    })
  })
})
