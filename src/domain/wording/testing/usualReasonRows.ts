import { days, mebibytes, minutes } from '#src/domain/time/units.ts'
import { NOW, reasonOf } from './reasonOf.ts'
import type { ReasonRow } from './reasonRows.ts'

const slow = { p99: 0.15, usual: 0.03, p50: null, usualP50: null } as const
const tail = { ...slow, p50: 0.02, usualP50: 0.019 } as const

const cold = { signal: 'latencyP99', value: 0.15, usual: 0.03, endsAt: NOW + minutes(12) } as const

const more = { perSecond: 200, usual: 40, times: 5, errors: null, saturated: false } as const

const drifting = {
  signal: 'latencyP99',
  of: null,
  value: 0.4,
  perHour: 0.03,
  ci: [0.02, 0.04],
  bound: null,
  reachedAt: null,
  reachedBetween: null,
  deploy: null,
  restartAt: null,
  since: NOW - minutes(29),
} as const

const grows = {
  family: 'http_requests_total',
  label: 'user_agent',
  values: 31_243,
  grewBy: 900,
  examples: ['Mozilla/5.0'],
} as const
const GROWS = 'label user_agent of http_requests_total has 31,000 values and grows ("Mozilla/5.0")'
const BOUND = 'bound the values of label user_agent, or drop it'

const OF_LATENCY = 'see what its requests wait for: CPU, the database, a dependency'
const OF_TAIL = 'look at what only the slowest requests do: locks, cold caches, one slow dependency'
const OF_TRAFFIC = 'find who sends so much, and add pods if it stays'
const RENEW = 'renew it, and see why it was not renewed by itself'

export const usualRows: readonly ReasonRow[] = [
  {
    name: 'slower than usual',
    reason: reasonOf('latency', 3, { a: { ...slow, p99: 0.09 }, b: slow }),
    line: 'latency p99 up to 150 ms, 5 × its usual 30 ms, on 2 of 3 pods (a, b) since 08:31',
    advice: OF_LATENCY,
  },
  {
    name: 'slower than usual as a whole',
    reason: reasonOf('latency', 2, { a: { ...slow, p50: 0.06, usualP50: 0.02 } }),
    line: 'latency p99 150 ms, 5 × its usual 30 ms, on a since 08:31',
    advice: OF_LATENCY,
  },
  {
    name: 'only the slowest requests are slower than usual',
    reason: reasonOf('latency', 2, { a: tail, b: tail }),
    line: 'latency p99 up to 150 ms, 5 × its usual 30 ms, on both pods, p50 flat at 20 ms: only the tail since 08:31',
    advice: OF_TAIL,
  },
  {
    name: 'cold caches behind a pod that says it is ready',
    reason: reasonOf('warm-up', 60, {
      a: { ...cold, ready: true },
      b: { ...cold, value: 0.12, ready: false, endsAt: NOW + minutes(14) },
    }),
    line: 'warm-up on 2 of 60 pods: latency p99 150 ms, usually 30 ms, until 09:14 (ready before warm)',
    advice: 'gate readiness on warm caches',
  },
  {
    name: 'a pod that warms up before it is ready',
    reason: reasonOf('warm-up', 2, {
      a: { ...cold, signal: 'memory', value: mebibytes(600), usual: mebibytes(300), ready: false },
    }),
    line: 'warm-up on a: memory 600 MiB, usually 300 MiB, until 09:12',
    advice: 'wait until it is warm, then look again',
  },
  {
    name: 'a pod that tells nothing of its readiness',
    reason: reasonOf('warm-up', 1, { a: { ...cold, ready: null } }),
    line: 'warm-up on a: latency p99 150 ms, usually 30 ms, until 09:12',
    advice: 'gate readiness on warm caches',
  },
  {
    name: 'more requests than usual',
    reason: reasonOf('traffic', 2, { a: { ...more, perSecond: 136, times: 3.4 } }),
    line: 'requests 3.4 × the usual 40/s on a since 08:31',
    advice: OF_TRAFFIC,
  },
  {
    name: 'more requests than usual, and than can be done',
    reason: reasonOf('traffic', 3, { a: more, b: { ...more, perSecond: 160, times: 4, saturated: true } }),
    line: 'requests up to 5 × the usual 40/s on 2 of 3 pods: more than can be done (a, b) since 08:31',
    advice: OF_TRAFFIC,
  },
  {
    name: 'a retry storm',
    reason: reasonOf('traffic', 1, { 'orders-1': { ...more, errors: 0.12, saturated: true } }),
    line: 'requests 5 × the usual 40/s on orders-1, errors 12 %: retry storm suspected since 08:31',
    advice: 'find who retries, limit and spread the retries, and shed load until it is over',
  },
  {
    name: 'requests where there are none',
    reason: reasonOf('traffic', 1, { a: { ...more, usual: 0, times: null, perSecond: 12 } }),
    line: '12 requests/s on a, usually none since 08:31',
    advice: OF_TRAFFIC,
  },
  {
    name: 'errors that rose fast',
    reason: reasonOf('errors', 3, { a: { ratio: 0.06, perSecond: 40, rising: true } }),
    line: 'errors rose fast to 6 % of 40 requests/s on a since 08:31',
    advice: 'read the log lines of the requests that fail',
  },
  {
    name: 'long pauses of garbage collection',
    reason: reasonOf('gc-pause', 2, { a: { pause: 120 }, b: { pause: 35 } }),
    line: 'garbage collection stops all work on both pods: p99 120 ms since 08:31',
    advice: 'find what allocates so much, or give the heap more room',
  },
  {
    name: 'waiting for locks',
    reason: reasonOf('mutex-wait', 2, { a: { share: 0.42, usual: 0.05 }, b: { share: 0.4, usual: 0.01 } }),
    line: 'goroutines wait for locks on both pods: 420 ms in each second, usually 50 ms since 08:31',
    advice: 'take a mutex profile: find the lock that is held for long',
  },
  {
    name: 'a certificate that ends',
    reason: reasonOf('certificate', 2, {
      a: { endsAt: NOW + days(14), of: 'b.test' },
      b: { endsAt: NOW + days(9), of: 'shop.test' },
    }),
    line: 'certificate of shop.test on both pods, ends 30 Nov 09:00',
    advice: RENEW,
  },
  {
    name: 'a certificate that has ended',
    reason: reasonOf('certificate', 1, { a: { endsAt: NOW - minutes(30), of: null } }),
    line: 'certificate on a, ended 08:30',
    advice: RENEW,
  },
  {
    name: 'CPU at its limit',
    reason: reasonOf('level', 1, { a: { signal: 'cpu', value: 3.9, bound: 4, of: null } }),
    line: 'CPU at 98 % of 4 cores on a since 08:31',
    advice: 'find what computes so much: take a CPU profile, or raise its limit',
  },
  {
    name: 'a tail that grows',
    reason: reasonOf('drift', 1, {
      a: drifting,
    }),
    line: 'latency p99 +30 ms/h on a since 08:31, p50 flat: only the tail',
    advice: OF_TAIL,
  },
  {
    name: 'a metrics page whose label grows',
    reason: reasonOf('exposition', 1, {
      'api-1': {
        took: 3400,
        bytes: mebibytes(16),
        series: 81_234,
        truncatedBy: null,
        badLines: 0,
        firstBadLine: null,
        grows,
      },
    }),
    line: `metrics page on api-1: 16 MiB in 3.4 s, ${GROWS} since 08:31`,
    advice: BOUND,
  },
  {
    name: 'series that grow by a label',
    reason: reasonOf('drift', 1, {
      a: { ...drifting, signal: 'seriesCount', perHour: 62, ci: [60, 64], grows },
    }),
    line: `series +62/h on a since 08:31: ${GROWS}`,
    advice: BOUND,
  },
]
