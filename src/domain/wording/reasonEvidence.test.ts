import { describe, expect, it } from 'vitest'
import { healthWhy, reasonEvidence } from './reasonEvidence.ts'
import { NOW, reasonOf, SINCE } from './testing/reasonOf.ts'
import { failureRows, stateRows } from './testing/reasonRows.ts'
import { signalRows } from './testing/signalReasonRows.ts'
import { usualRows } from './testing/usualReasonRows.ts'
import { wholeRows } from './testing/wholeReasonRows.ts'
import { mebibytes } from '#src/domain/time/units.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'

const textsOf = (reason: Reason): readonly string[] =>
  reasonEvidence(reason, NOW, 'Europe/Paris').map(({ pod, text }) => `${pod}: ${text}`)

describe('reasonEvidence', () => {
  const level = { signal: 'memory', bound: mebibytes(160) } as const
  const rows: readonly { name: string; reason: Reason; expected: readonly string[] }[] = [
    {
      name: 'failures, each its own',
      reason: reasonOf('failing', 3, {
        a: { failure: { kind: 'http-status', status: 500 } },
        b: { failure: { kind: 'timeout', after: 2000 } },
      }),
      expected: ['a: HTTP 500', 'b: timed out after 2 s'],
    },
    {
      name: 'health with and without a check',
      reason: reasonOf('health', 2, {
        a: { state: 'down', check: 'db', why: 'ECONNREFUSED' },
        b: { state: 'unknown', check: null, why: null },
      }),
      expected: ['a: health says DOWN: db: ECONNREFUSED', 'b: health does not say'],
    },
    {
      name: 'levels with their numbers',
      reason: reasonOf('level', 2, {
        a: { ...level, value: mebibytes(146), of: null },
        b: { ...level, value: mebibytes(136), of: 'cache' },
      }),
      expected: ['a: 91 % (146 MiB / 160 MiB)', 'b: cache 85 % (136 MiB / 160 MiB)'],
    },
    {
      name: 'a bound of nought is no share',
      reason: reasonOf('level', 1, { a: { ...level, bound: 0, value: 1, of: null } }),
      expected: ['a: – (1 B / 0 B)'],
    },
    {
      name: 'pools by name',
      reason: reasonOf('pool-exhausted', 2, {
        a: { inUse: 25, bound: 25, waiting: 31, of: 'p1' },
        b: { inUse: 25, bound: 25, waiting: 2, of: null },
      }),
      expected: ['a: p1: 25 of 25 in use, 31 waiting', 'b: 25 of 25 in use, 2 waiting'],
    },
    {
      name: 'busy workers, computed or counted',
      reason: reasonOf('utilisation', 3, {
        a: {
          share: 0.99,
          of: null,
          saturation: {
            utilisation: 0.99,
            capacityPerSecond: 727.27,
            arrivalPerSecond: 720,
            processingSeconds: 0.022,
            processing: 'mean',
            workers: 16,
          },
        },
        b: { share: 0.75, of: 'http-nio-8080', saturation: null },
      }),
      expected: [
        'a: 99 % busy: 720/s arrive, 16 workers at 22 ms can do 727/s',
        'b: http-nio-8080 75 % busy',
      ],
    },
    {
      name: 'old and never seen',
      reason: reasonOf('stale', 2, { a: { lastSeen: SINCE }, b: { lastSeen: null } }),
      expected: ['a: last seen 08:31', 'b: no answer yet'],
    },
    {
      name: 'readiness that fails and that was not heard of',
      reason: reasonOf('ready-unseen', 2, { a: { failure: { kind: 'unreadable' } }, b: { failure: null } }),
      expected: ['a: CORS headers missing', 'b: no answer of its readiness path'],
    },
    {
      name: 'restarts with the last of them',
      reason: reasonOf('restarts', 2, { a: { count: 1, lastAt: SINCE }, b: { count: 3, lastAt: SINCE } }),
      expected: ['a: restarted once, last at 08:31', 'b: restarted 3 times, last at 08:31'],
    },
    {
      name: 'what is not as usual',
      reason: reasonOf('latency', 2, {
        a: { p99: 0.15, usual: 0.03, p50: 0.02, usualP50: 0.02 },
        b: { p99: 0.15, usual: 0.03, p50: null, usualP50: null },
      }),
      expected: ['a: p99 150 ms, usually 30 ms, p50 20 ms', 'b: p99 150 ms, usually 30 ms'],
    },
    {
      name: 'requests with and without errors, and where there are none',
      reason: reasonOf('traffic', 2, {
        a: { perSecond: 200, usual: 40, times: 5, errors: 0.12, saturated: true },
        b: { perSecond: 12, usual: 0, times: null, errors: null, saturated: false },
      }),
      expected: ['a: 200/s, usually 40/s, errors 12 %', 'b: 12/s, usually none'],
    },
    {
      name: 'pauses',
      reason: reasonOf('gc-pause', 1, { a: { pause: 120 } }),
      expected: ['a: p99 120 ms'],
    },
    {
      name: 'waiting',
      reason: reasonOf('mutex-wait', 1, { a: { share: 0.42, usual: 0.05 } }),
      expected: ['a: 420 ms in each second, usually 50 ms'],
    },
    {
      name: 'a warm-up',
      reason: reasonOf('warm-up', 1, {
        a: { signal: 'latencyP99', value: 0.15, usual: 0.03, endsAt: NOW, ready: true },
      }),
      expected: ['a: latency p99 150 ms, usually 30 ms, until 09:00'],
    },
    {
      name: 'certificates',
      reason: reasonOf('certificate', 2, {
        a: { endsAt: NOW + 86_400_000, of: 'shop.test' },
        b: { endsAt: SINCE, of: null },
      }),
      expected: ['a: certificate of shop.test ends tomorrow 09:00', 'b: certificate ended 08:31'],
    },
    {
      name: 'versions',
      reason: reasonOf('versions-disagree', 2, { a: { version: '1.8.1' }, b: { version: '1.8.2' } }),
      expected: ['a: 1.8.1', 'b: 1.8.2'],
    },
  ]
  for (const { name, reason, expected } of rows) {
    it(name, () => expect(textsOf(reason)).toEqual(expected))
  }

  it('has a line for each pod of every kind, in the order of the reason', () => {
    for (const { reason } of [...failureRows, ...stateRows, ...signalRows, ...usualRows, ...wholeRows]) {
      const evidence = reasonEvidence(reason, NOW, 'UTC')
      expect(evidence.map(({ pod }) => pod)).toEqual(reason.pods.map(({ pod }) => pod))
      for (const { text } of evidence) expect(text).not.toMatch(/undefined|null|NaN/)
    }
  })
})

describe('healthWhy', () => {
  const rows = [
    { name: 'nothing known', check: null, why: null, expected: null },
    { name: 'only a cause', check: null, why: 'HTTP 503', expected: 'HTTP 503' },
    { name: 'only a check', check: 'db', why: null, expected: 'db' },
    { name: 'an empty cause is none', check: 'db', why: '', expected: 'db' },
    { name: 'both', check: 'db', why: 'ECONNREFUSED', expected: 'db: ECONNREFUSED' },
    { name: 'the cause names the check', check: 'db', why: 'db: ECONNREFUSED', expected: 'db: ECONNREFUSED' },
  ]
  for (const { name, check, why, expected } of rows) {
    it(name, () => {
      expect(healthWhy({ pod: 'a', light: 'red', since: SINCE, state: 'down', check, why })).toBe(expected)
    })
  }
})

describe('when each pod is so', () => {
  it('is since a moment, or was so already', () => {
    const reason = {
      kind: 'slow',
      light: 'orange',
      since: SINCE,
      ofPods: 2,
      pods: [
        { pod: 'a', light: 'orange', since: SINCE, already: true, took: 1200 },
        { pod: 'b', light: 'orange', since: SINCE, took: 1300 },
      ],
    } as const
    const whens = reasonEvidence(reason, NOW, 'Europe/Paris').map(({ when }) => when)
    expect(whens).toEqual(['already so at 08:31', 'since 08:31'])
    expect(reasonEvidence(reason, NOW + 86_400_000, 'Europe/Paris')[0]?.when).toBe(
      'already so yesterday 08:31',
    )
  })
})
