import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Rule } from '#src/domain/verdict/rule.ts'
import { type Specs, usualPod } from '#src/domain/verdict/testing/usualPod.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { NOW, read } from '#src/domain/watch/testing/podFacts.ts'
import { latency } from './latency.ts'
import { warmUp } from './warmUp.ts'

const ask = (rule: Rule, pod: PodFacts) => rule.find(pod, pod.service.policy, NOW)

/** 15 s of 40 requests each. */
const BUSY = ['requestRate', 40] as const
const p99 = (seconds: number): Specs => [BUSY, ['latencyP99', seconds]]

const foundAs = (light: string | null): unknown =>
  light === null ? [] : [expect.objectContaining({ light })]

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
    expect(ask(latency, usualPod(specs, usual, more))).toEqual(foundAs(expected))
  })

  it('tells the median, has to last, and goes by the fleet file', () => {
    const specs: Specs = [...p99(0.15), ['latencyP50', 0.02]]
    const usual = { latencyP99: 0.03, latencyP50: 0.019 }
    const part = { kind: 'latency', p99: 0.15, usual: 0.03, p50: 0.02, usualP50: 0.019 }
    const lasting = { orange: minutes(2), red: minutes(10) }
    expect(ask(latency, usualPod(specs, usual))).toEqual([{ light: 'orange', part, lasting }])
    const service = serviceOf({ pods: 1, thresholds: { latencyOrange: 6, latencyRed: 7 } })
    expect(ask(latency, usualPod(specs, usual, { service }))).toEqual([])
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
    expect(ask(warmUp, usualPod(specs, before, more))).toEqual(
      parts.map((part) => ({ light: 'orange', part })),
    )
  })
})
