import { describe, expect, it } from 'vitest'
import type { Usual } from '#src/domain/baseline/usual.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { minutes } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { NO_OPINION, type Rule } from '#src/domain/verdict/rule.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { failed, NOW, podFacts, read, scraped, signals, TIMEOUT } from '#src/domain/watch/testing/podFacts.ts'
import { latency } from './latency.ts'
import { mutexWait } from './mutexWait.ts'
import { traffic } from './traffic.ts'
import { warmUp } from './warmUp.ts'

type Specs = Parameters<typeof signals>[0]

const ask = (rule: Rule, pod: PodFacts) => rule.find(pod, pod.service.policy, NOW)

/** `[value, peak]`, or a value that is its own peak. */
type Before = Readonly<Partial<Record<Signal, number | readonly [number, number]>>>

const usualOf = (told: number | readonly [number, number]): Usual =>
  typeof told === 'number'
    ? { value: told, peak: told, of: 'hours' }
    : { value: told[0], peak: told[1], of: 'days' }

const usuals = (before: Before): PodFacts['usual'] =>
  new Map(Object.entries(before).map(([signal, told]): [Signal, Usual] => [nameOf(signal), usualOf(told)]))

const NAMES: readonly Signal[] = [
  'latencyP99',
  'latencyP50',
  'requestRate',
  'mutexWait',
  'memory',
  'errorRatio',
]

function nameOf(text: string): Signal {
  const name = NAMES.find((signal) => signal === text)
  if (name === undefined) throw new Error(text)
  return name
}

type Facts = Parameters<typeof podFacts>[0]

const podWith = (specs: Specs, before: Before, more: Facts = {}): PodFacts =>
  podFacts({
    signals: signals(specs),
    usual: usuals(before),
    ...more,
    tracks: { metrics: scraped(), ...more.tracks },
  })

/** 15 s of 40 requests each. */
const BUSY = ['requestRate', 40] as const
const p99 = (seconds: number): Specs => [BUSY, ['latencyP99', seconds]]

describe('latency against its usual', () => {
  const before = { latencyP99: 0.03 }
  it.each([
    { name: 'none told', specs: [BUSY], expected: null },
    { name: 'as usual', specs: p99(0.03), expected: null },
    {
      name: 'short, however much longer than usual',
      specs: p99(0.0499),
      usual: { latencyP99: 0.001 },
      expected: null,
    },
    { name: 'at the least', specs: p99(0.05), usual: { latencyP99: 0.02 }, expected: 'orange' },
    { name: 'at orange', specs: p99(0.06), expected: null },
    { name: 'above orange', specs: p99(0.061), expected: 'orange' },
    { name: 'at red', specs: p99(0.15), expected: 'orange' },
    { name: 'above red', specs: p99(0.151), expected: 'red' },
    { name: 'what is usual is not known', specs: p99(9), usual: {}, expected: null },
    {
      name: 'too few requests',
      specs: [
        ['requestRate', 19 / 15],
        ['latencyP99', 9],
      ] as Specs,
      expected: null,
    },
    {
      name: 'just enough',
      specs: [
        ['requestRate', 20 / 15],
        ['latencyP99', 9],
      ] as Specs,
      expected: 'red',
    },
    { name: 'requests not told', specs: [['latencyP99', 9]] as Specs, expected: null },
    { name: 'a pod that started', specs: p99(9), more: { startedAt: NOW - minutes(15) + 1 }, expected: null },
    { name: 'one that has started', specs: p99(9), more: { startedAt: NOW - minutes(15) }, expected: 'red' },
  ])('$name: $expected', ({ specs, usual = before, more = {}, expected }) => {
    const found = ask(latency, podWith(specs, usual, more))
    if (expected === null) expect(found).toEqual([])
    else expect(found).toMatchObject([{ light: expected, part: { kind: 'latency' } }])
  })

  it('tells the median, has to last, and goes by the fleet file', () => {
    const specs: Specs = [...p99(0.15), ['latencyP50', 0.02]]
    const usual = { latencyP99: 0.03, latencyP50: 0.019 }
    const part = { kind: 'latency', p99: 0.15, usual: 0.03, p50: 0.02, usualP50: 0.019 }
    const lasting = { orange: minutes(2), red: minutes(10) }
    expect(ask(latency, podWith(specs, usual))).toEqual([{ light: 'orange', part, lasting }])
    const service = serviceOf({ pods: 1, thresholds: { latencyOrange: 6, latencyRed: 7 } })
    expect(ask(latency, podWith(specs, usual, { service }))).toEqual([])
  })
})

describe('warm-up', () => {
  const started = { startedAt: NOW - minutes(5) }
  const before = { latencyP99: 0.03, memory: 100 }
  const slow = { kind: 'warm-up', signal: 'latencyP99', value: 0.15, usual: 0.03, endsAt: NOW + minutes(10) }
  it.each([
    { name: 'as usual', specs: p99(0.03), more: started, parts: [] },
    { name: 'slow', specs: p99(0.15), more: started, parts: [{ ...slow, ready: null }] },
    { name: 'slow, at the threshold', specs: p99(0.06), more: started, parts: [] },
    {
      name: 'slow, and red otherwise',
      specs: p99(3),
      more: started,
      parts: [{ ...slow, value: 3, ready: null }],
    },
    { name: 'memory at the threshold', specs: [['memory', 150]] as Specs, more: started, parts: [] },
    {
      name: 'memory above it',
      specs: [['memory', 151]] as Specs,
      more: started,
      parts: [{ ...slow, signal: 'memory', value: 151, usual: 100, ready: null }],
    },
    {
      name: 'it says that it is ready',
      specs: p99(0.15),
      more: { ...started, tracks: { ready: read('ok') } },
      parts: [{ ...slow, ready: true }],
    },
    {
      name: 'it says that it is not',
      specs: p99(0.15),
      more: { ...started, tracks: { ready: read('down') } },
      parts: [{ ...slow, ready: false }],
    },
    { name: 'it is up for long enough', specs: p99(3), more: { startedAt: NOW - minutes(15) }, parts: [] },
    { name: 'nobody knows when it started', specs: p99(3), more: {}, parts: [] },
  ])('$name', ({ specs, more, parts }) => {
    expect(ask(warmUp, podWith(specs, before, more))).toEqual(
      parts.map((part) => ({ light: 'orange', part })),
    )
  })
})

describe('traffic against its usual', () => {
  const before = { requestRate: 40 }
  const rate = (perSecond: number, ...more: Specs): Specs => [['requestRate', perSecond], ...more]
  const part = { kind: 'traffic', perSecond: 200, usual: 40, times: 5, errors: null, saturated: false }
  it.each([
    { name: 'at the threshold', specs: rate(120), expected: [] },
    { name: 'above it', specs: rate(200), expected: ['orange', part] },
    { name: 'none comes any more', specs: [], expected: [] },
    { name: 'less than one a second', specs: rate(0.99), usual: { requestRate: 0.01 }, expected: [] },
    {
      name: 'nothing is usual',
      specs: rate(1),
      usual: { requestRate: 0 },
      expected: ['orange', { ...part, perSecond: 1, usual: 0, times: null }],
    },
    { name: 'what is usual is not known', specs: rate(200), usual: {}, expected: [] },
    {
      name: 'a job of every night',
      specs: rate(200),
      usual: { requestRate: [40, 200] as const },
      expected: [],
    },
    {
      name: 'more than a job of every night',
      specs: rate(200),
      usual: { requestRate: [40, 199] as const },
      expected: ['orange', part],
    },
    { name: 'few errors', specs: rate(200, ['errorRatio', 0.01]), expected: ['orange', part] },
    {
      name: 'errors',
      specs: rate(200, ['errorRatio', 0.1]),
      expected: ['orange', { ...part, errors: 0.1 }],
    },
    {
      name: 'many errors',
      specs: rate(200, ['errorRatio', 0.12]),
      expected: ['red', { ...part, errors: 0.12, saturated: true }],
    },
    { name: 'workers nearly all busy', specs: rate(200, ['utilisation', 0.95]), expected: ['orange', part] },
    {
      name: 'workers all busy',
      specs: rate(200, ['utilisation', 0.96]),
      expected: ['red', { ...part, saturated: true }],
    },
    {
      name: 'a pool with waiters',
      specs: rate(200, ['poolInUse', 10, 10], ['poolWaiting', 1]),
      expected: ['red', { ...part, saturated: true }],
    },
    { name: 'a pool in use', specs: rate(200, ['poolInUse', 10, 10]), expected: ['orange', part] },
    {
      name: 'CPU at its limit',
      specs: rate(200, ['cpu', 4, 4]),
      expected: ['red', { ...part, saturated: true }],
    },
    { name: 'CPU without a limit', specs: rate(200, ['cpu', 4]), expected: ['orange', part] },
    { name: 'saturated, as usual', specs: rate(40, ['cpu', 4, 4]), expected: [] },
  ])('$name', ({ specs, usual = before, expected: [light, told] }) => {
    const lasting = { orange: minutes(2) }
    const found = light === undefined ? [] : [{ light, part: told, lasting }]
    expect(ask(traffic, podWith(specs, usual))).toEqual(found)
  })
})

describe('waiting for locks against its usual', () => {
  it.each([
    { name: 'at the least', share: 0.05, usual: 0, expected: false },
    { name: 'above the least, of nothing', share: 0.051, usual: 0, expected: true },
    { name: 'at three times', share: 0.3, usual: 0.1, expected: false },
    { name: 'above', share: 0.31, usual: 0.1, expected: true },
    { name: 'much, as ever', share: 9, usual: 8, expected: false },
  ])('$name', ({ share, usual, expected }) => {
    const part = { kind: 'mutex-wait', share, usual }
    const found = ask(mutexWait, podWith([['mutexWait', share]], { mutexWait: usual }))
    expect(found).toEqual(expected ? [{ light: 'orange', part, lasting: { orange: minutes(2) } }] : [])
  })

  it('is nothing where what is usual is not known', () => {
    expect(ask(mutexWait, podWith([['mutexWait', 9]], {}))).toEqual([])
  })
})

describe('nothing to judge', () => {
  const specs: Specs = [...p99(9), ['mutexWait', 9], ['memory', 900]]
  const before = { latencyP99: 0.03, requestRate: 1, mutexWait: 0.01, memory: 1 }
  it.each([latency, warmUp, traffic, mutexWait])('$kind has no opinion of a page that fails', (rule) => {
    const pod = podWith(specs, before, { startedAt: NOW })
    const gone: PodFacts = { ...pod, tracks: { ...pod.tracks, metrics: failed(TIMEOUT) } }
    expect(ask(rule, gone)).toBe(NO_OPINION)
  })

  it.each([latency, traffic, mutexWait])('$kind has none of a page without one before it', (rule) => {
    const pod = podWith(specs, before, { signals: { ...signals(specs), window: null } })
    expect(ask(rule, pod)).toBe(NO_OPINION)
  })
})
