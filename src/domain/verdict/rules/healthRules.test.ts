import { describe, expect, it } from 'vitest'
import type { HealthCheck, HealthState } from '#src/domain/health/healthReading.ts'
import { minutes } from '#src/domain/time/units.ts'
import type { PodFacts, Tracks } from '#src/domain/verdict/podFacts.ts'
import { NO_OPINION, type Rule } from '#src/domain/verdict/rule.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import {
  check,
  failed,
  healthReading,
  NOT_FOUND,
  NOW,
  podFacts,
  read,
  SIGN_IN,
  TIMEOUT,
} from '#src/domain/watch/testing/podFacts.ts'
import { health } from './health.ts'
import { notReady } from './notReady.ts'
import { slow } from './slow.ts'

const ask = (rule: Rule, pod: PodFacts, now = NOW) => rule.find(pod, pod.service.policy, now)

const LIGHTS = [
  { state: 'ok', light: null },
  { state: 'degraded', light: 'orange' },
  { state: 'unknown', light: 'unknown' },
  { state: 'down', light: 'red' },
] as const

describe('what a pod says of itself', () => {
  for (const { state, light } of LIGHTS) {
    it(`${state} is ${light ?? 'nothing wrong'}`, () => {
      const part = { kind: 'health', state, check: null, why: `says ${state}` }
      expect(ask(health, podFacts({ tracks: { health: read(state) } }))).toEqual(
        light === null ? [] : [{ light, part }],
      )
    })
  }

  for (const { name, tracks } of [
    { name: 'nothing asked', tracks: {} },
    { name: 'a time-out', tracks: { health: failed(TIMEOUT) } },
    { name: 'a sign-in page', tracks: { health: failed(SIGN_IN) } },
    {
      name: 'a time-out after a bad reading',
      tracks: { health: failed(TIMEOUT, { lastReading: read('down').lastReading }) },
    },
  ] satisfies readonly { name: string; tracks: Partial<Tracks> }[]) {
    it(`${name} is no opinion`, () => {
      expect(ask(health, podFacts({ tracks }))).toBe(NO_OPINION)
    })
  }

  const culprits: readonly {
    name: string
    checks: readonly HealthCheck[]
    expected: { check: string | null; why: string | null }
  }[] = [
    { name: 'no checks', checks: [], expected: { check: null, why: 'HTTP 503' } },
    { name: 'only good checks', checks: [check('db', 'ok')], expected: { check: null, why: 'HTTP 503' } },
    {
      name: 'the worst of several, with its own words',
      checks: [check('disk', 'degraded'), check('db', 'down', { message: 'ECONNREFUSED' })],
      expected: { check: 'db', why: 'ECONNREFUSED' },
    },
    {
      name: 'the first of equals',
      checks: [check('a', 'down', { message: 'one' }), check('b', 'down', { message: 'two' })],
      expected: { check: 'a', why: 'one' },
    },
    {
      name: 'unknown before ok',
      checks: [check('a', 'ok'), check('b', 'unknown')],
      expected: { check: 'b', why: 'HTTP 503' },
    },
    {
      name: 'as deep as its parts go',
      checks: [
        check('broker', 'down', {
          message: 'broker is down',
          parts: [check('eu1', 'ok'), check('us1', 'down', { message: 'timeout' })],
        }),
      ],
      expected: { check: 'broker / us1', why: 'timeout' },
    },
    {
      name: 'the words of the part above where the deepest has none',
      checks: [check('broker', 'down', { message: 'no leader', parts: [check('us1', 'down')] })],
      expected: { check: 'broker / us1', why: 'no leader' },
    },
  ]
  for (const { name, checks, expected } of culprits) {
    it(`names the culprit: ${name}`, () => {
      const pod = podFacts({ tracks: { health: read('down', {}, { checks, why: 'HTTP 503' }) } })
      expect(ask(health, pod)).toEqual([
        { light: 'red', part: { kind: 'health', state: 'down', ...expected } },
      ])
    })
  }
})

const line = (message: string, level: string | null = null, at: number | null = null) => ({
  at,
  level,
  message,
  fields: [],
})

describe('a health page without checks that carries its log', () => {
  for (const { name, logs, more = {}, log } of [
    { name: 'none', logs: [], log: undefined },
    {
      name: 'the newest line of trouble',
      logs: [line('old', 'error', 1), line('new', 'ERROR', 9), line('fine', 'info', 10)],
      log: 'ERROR new',
    },
    {
      name: 'whatever their order',
      logs: [line('new', 'warn', 9), line('old', 'error', 1)],
      log: 'warn new',
    },
    {
      name: 'the last one where none tells of trouble',
      logs: [line('a', 'info'), line('b', 'info')],
      log: 'info b',
    },
    {
      name: 'a line without a level',
      logs: [line('a'), line('[mailer] smtp: timed out')],
      log: '[mailer] smtp: timed out',
    },
    {
      name: 'not where a check says why',
      logs: [line('a', 'error')],
      more: { checks: [check('db', 'down')] },
      log: undefined,
    },
  ]) {
    it(name, () => {
      const pod = podFacts({ tracks: { health: read('down', {}, { logs, ...more }) } })
      const [found] = [ask(health, pod)].flat()
      expect(found).toMatchObject({ light: 'red', part: { kind: 'health' } })
      expect(typeof found === 'object' && found.part.kind === 'health' ? found.part.log : null).toBe(log)
    })
  }
})

describe('readiness', () => {
  const window = minutes(15)
  const rows: readonly {
    name: string
    state: HealthState
    startedAt: number | null
    light: string | null
  }[] = [
    { name: 'ready', state: 'ok', startedAt: null, light: null },
    { name: 'not ready, start unknown', state: 'down', startedAt: null, light: 'red' },
    { name: 'not ready just after its start', state: 'down', startedAt: NOW, light: 'orange' },
    { name: 'not ready, 1 ms before', state: 'down', startedAt: NOW - window + 1, light: 'orange' },
    { name: 'not ready, at the end of the window', state: 'down', startedAt: NOW - window, light: 'red' },
    { name: 'not ready, long after', state: 'down', startedAt: 0, light: 'red' },
    { name: 'ready but degraded', state: 'degraded', startedAt: 0, light: 'orange' },
    { name: 'a page that does not tell', state: 'unknown', startedAt: 0, light: 'unknown' },
    { name: 'a page that does not tell, at the start', state: 'unknown', startedAt: NOW, light: 'unknown' },
  ]
  for (const { name, state, startedAt, light } of rows) {
    it(`${name}: ${light ?? 'nothing'}`, () => {
      const pod = podFacts({ startedAt, tracks: { ready: read(state) } })
      const part = { kind: 'not-ready', why: healthReading(state).why }
      expect(ask(notReady, pod)).toEqual(light === null ? [] : [{ light, part }])
    })
  }

  for (const { name, tracks } of [
    { name: 'nothing asked', tracks: {} },
    { name: 'no answer', tracks: { ready: failed(TIMEOUT) } },
    { name: 'nothing there', tracks: { ready: failed(NOT_FOUND) } },
  ] satisfies readonly { name: string; tracks: Partial<Tracks> }[]) {
    it(`${name} is no opinion`, () => {
      expect(ask(notReady, podFacts({ tracks }))).toBe(NO_OPINION)
    })
  }
})

describe('a slow health answer', () => {
  const own = serviceOf({ pods: 1, thresholds: { slowAnswer: '200ms' } })
  for (const { name, took, service, light } of [
    { name: 'below the threshold', took: 999, light: null },
    { name: 'at the threshold', took: 1000, light: null },
    { name: 'above the threshold', took: 1001, light: 'orange' },
    { name: 'at its own threshold', took: 200, service: own, light: null },
    { name: 'above its own threshold', took: 201, service: own, light: 'orange' },
  ]) {
    it(`${name}: ${light ?? 'nothing'}`, () => {
      const tracks = { health: read('ok', { took }) }
      const pod = podFacts(service === undefined ? { tracks } : { tracks, service })
      expect(ask(slow, pod)).toEqual(light === null ? [] : [{ light, part: { kind: 'slow', took } }])
    })
  }

  it('is no opinion where no answer came', () => {
    expect(ask(slow, podFacts({ tracks: { health: failed(TIMEOUT, { took: 4000 }) } }))).toBe(NO_OPINION)
    expect(ask(slow, podFacts())).toBe(NO_OPINION)
  })
})
