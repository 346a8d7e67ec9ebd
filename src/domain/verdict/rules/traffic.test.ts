import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { NO_OPINION, type Rule } from '#src/domain/verdict/rule.ts'
import { type Specs, usualPod } from '#src/domain/verdict/testing/usualPod.ts'
import { failed, NOW, signals, TIMEOUT } from '#src/domain/watch/testing/podFacts.ts'
import { latency } from './latency.ts'
import { mutexWait } from './mutexWait.ts'
import { traffic } from './traffic.ts'
import { warmUp } from './warmUp.ts'

const ask = (rule: Rule, pod: PodFacts) => rule.find(pod, pod.service.policy, NOW)

const rate = (perSecond: number, ...more: Specs): Specs => [['requestRate', perSecond], ...more]

describe('traffic against its usual', () => {
  const before = { requestRate: 40 }
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
    expect(ask(traffic, usualPod(specs, usual))).toEqual(found)
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
    const found = ask(mutexWait, usualPod([['mutexWait', share]], { mutexWait: usual }))
    expect(found).toEqual(expected ? [{ light: 'orange', part, lasting: { orange: minutes(2) } }] : [])
  })

  it('is nothing where what is usual is not known', () => {
    expect(ask(mutexWait, usualPod([['mutexWait', 9]], {}))).toEqual([])
  })
})

describe('nothing to judge', () => {
  const specs: Specs = [
    ['requestRate', 40],
    ['latencyP99', 9],
    ['mutexWait', 9],
    ['memory', 900],
  ]
  const before = { latencyP99: 0.03, requestRate: 1, mutexWait: 0.01, memory: 1 }
  it.each([latency, warmUp, traffic, mutexWait])('$kind has no opinion of a page that fails', (rule) => {
    const pod = usualPod(specs, before, { startedAt: NOW })
    const gone: PodFacts = { ...pod, tracks: { ...pod.tracks, metrics: failed(TIMEOUT) } }
    expect(ask(rule, gone)).toBe(NO_OPINION)
  })

  it.each([latency, traffic, mutexWait])('$kind has none of a page without one before it', (rule) => {
    const pod = usualPod(specs, before, { signals: { ...signals(specs), window: null } })
    expect(ask(rule, pod)).toBe(NO_OPINION)
  })
})
