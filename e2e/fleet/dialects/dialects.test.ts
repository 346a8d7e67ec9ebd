import { describe, expect, it } from 'vitest'
import { readHealth } from '#src/domain/health/readHealth.ts'
import { runChecks } from '#e2e/fleet/pod/checks.ts'
import { type Pod, createPod } from '#e2e/fleet/pod/pod.ts'
import type { Answer } from './answer.ts'
import type { Dialect } from './dialect.ts'
import { DIALECTS, type DialectName } from './dialects.ts'

const podOf = (dialect: DialectName): Pod =>
  createPod({
    name: 'orders-1',
    service: 'orders',
    dialect,
    release: { version: '1.2.3', commit: 'abc1234', builtAt: '2026-01-02T03:04:05Z' },
    memoryBytes: 1e9,
    api: '/api/orders',
    signInUrl: 'http://127.0.0.1:1/sign-in',
  })

/** The answer of a dialect's first route of a kind, for a pod that was changed. */
function answerOf(name: DialectName, kind: string, change: (pod: Pod) => void = () => {}): Answer | null {
  const pod = podOf(name)
  change(pod)
  const dialect: Dialect = DIALECTS[name]
  const route = Object.values(dialect.routes).find((each) => each.kind === kind)
  return route?.answer({ pod, checks: runChecks(pod), query: new URLSearchParams() }) ?? null
}

const degraded = (pod: Pod) => pod.store.stopReplica()
const down = (pod: Pod) => pod.store.disconnect()
const unready = (pod: Pod) => {
  pod.ready = false
}

/** Each state's HTTP status, and what its body says first. */
type Row = {
  readonly name: DialectName
  readonly up: readonly [number, string]
  readonly degraded?: readonly [number, string]
  readonly down: readonly [number, string]
  readonly unready: number
}

const rows: readonly Row[] = [
  {
    name: 'spring-actuator',
    up: [200, '{"status":"UP","components":{"db":{"status":"UP","components":{"primary"'],
    degraded: [200, '{"status":"UNKNOWN","components":{"db":{"status":"UNKNOWN"'],
    down: [503, '{"status":"DOWN","components":{"db":{"status":"DOWN"'],
    unready: 503,
  },
  {
    name: 'health-json',
    up: [200, '{"status":"pass","version":"1","releaseId":"1.2.3"'],
    degraded: [200, '{"status":"warn"'],
    down: [503, '{"status":"fail"'],
    unready: 503,
  },
  {
    name: 'nest-terminus',
    up: [200, '{"status":"ok","info":{"database":{"rows":0,"status":"up"}'],
    down: [503, '{"status":"error","info":{"replica"'],
    unready: 503,
  },
  {
    name: 'kubernetes',
    up: [200, 'ok'],
    down: [500, '[+]ping ok\n[-]database failed: reason withheld\n'],
    unready: 500,
  },
  {
    name: 'aspnet',
    up: [200, '{"status":"Healthy","totalDuration":"00:00:00.0000000","entries":{"database"'],
    degraded: [200, '{"status":"Degraded"'],
    down: [503, '{"status":"Unhealthy"'],
    unready: 503,
  },
  {
    name: 'microprofile',
    up: [200, '{"status":"UP","checks":[{"name":"database","status":"UP"'],
    down: [503, '{"status":"DOWN","checks":[{"name":"database","status":"DOWN"'],
    unready: 503,
  },
  {
    name: 'in-house',
    up: [200, '{"status":"ok","service":"orders"'],
    degraded: [200, '{"status":"degraded"'],
    down: [503, '{"status":"down"'],
    unready: 503,
  },
  {
    name: 'dropwizard',
    up: [200, '{"database":{"healthy":true'],
    down: [500, '{"database":{"healthy":false,"message":"connect ECONNREFUSED'],
    unready: 503,
  },
  {
    name: 'health-go',
    up: [200, '{"status":"OK","timestamp"'],
    degraded: [200, '{"status":"Partially Available"'],
    down: [503, '{"status":"Unavailable"'],
    unready: 503,
  },
  { name: 'lightship', up: [200, 'SERVER_IS_READY'], down: [500, 'SERVER_IS_NOT_READY'], unready: 500 },
]

describe('dialects', () => {
  it('has a row for each', () => {
    expect(rows.map((row) => row.name).toSorted()).toEqual(Object.keys(DIALECTS).toSorted())
  })

  for (const row of rows) {
    const states = [
      { state: 'up', change: () => {}, expected: row.up },
      { state: 'degraded', change: degraded, expected: row.degraded ?? row.up },
      { state: 'down', change: down, expected: row.down },
    ]
    for (const { state, change, expected } of states) {
      it(`${row.name} says ${state}`, () => {
        const answer = answerOf(row.name, 'health', change)
        expect([answer?.status, answer?.body.slice(0, expected[1].length)]).toEqual(expected)
      })
    }

    it(`${row.name} knows whether it is ready`, () => {
      expect(answerOf(row.name, 'ready')?.status).toBe(200)
      expect(answerOf(row.name, 'ready', unready)?.status).toBe(row.unready)
    })

    it(`${row.name} has a word for degraded exactly when it says so`, () => {
      expect(row.degraded !== undefined).toBe(DIALECTS[row.name].knowsDegraded)
    })
  }

  const readings = [
    { state: 'ok', change: () => {}, spoken: () => true },
    { state: 'degraded', change: degraded, spoken: (row: Row) => row.degraded !== undefined },
    { state: 'down', change: down, spoken: () => true },
  ]
  for (const { state, change, spoken } of readings) {
    it(`the dashboard reads ${state} in every dialect that says it`, () => {
      const read = rows.filter(spoken).map(({ name }) => {
        const { status, type, body } = answerOf(name, 'health', change) ?? { status: 0, type: '', body: '' }
        return { name, state: readHealth({ status, contentType: type, body }).state }
      })
      expect(read).toEqual(read.map(({ name }) => ({ name, state })))
    })
  }

  it('every dialect but MicroProfile tells its version', () => {
    const silent = rows.filter(({ name }) => answerOf(name, 'version')?.body.includes('1.2.3') !== true)
    expect(silent.map((row) => row.name)).toEqual(['microprofile'])
  })

  it('the in-house page carries its last log entries, ten at the most', () => {
    const answer = answerOf('in-house', 'health', (pod) => {
      for (let entry = 1; entry <= 12; entry += 1) pod.log.add('info', `entry ${entry}`)
    })
    const { logs, metrics } = JSON.parse(answer?.body ?? '{}')
    expect(logs).toHaveLength(10)
    expect(logs[9]).toMatchObject({ level: 'info', message: 'entry 12' })
    expect(metrics).toContainEqual(expect.objectContaining({ name: 'memory', unit: 'bytes' }))
  })
})
