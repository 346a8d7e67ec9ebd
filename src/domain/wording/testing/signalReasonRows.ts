import { mebibytes } from '#src/domain/time/units.ts'
import { saturation } from '#src/domain/signals/saturation.ts'
import { reasonOf } from './reasonOf.ts'
import type { ReasonRow } from './reasonRows.ts'

const page = {
  took: 420,
  bytes: mebibytes(16),
  series: 81_234,
  truncatedBy: null,
  badLines: 0,
  firstBadLine: null,
} as const
const memory = { signal: 'memory', bound: mebibytes(160), of: null } as const
const pool = { inUse: 25, bound: 25, waiting: 31, of: 'HikariPool-1' } as const

const creeping = saturation({ arrivalPerSecond: 720, processingSeconds: 0.022, workers: 16 }, 'mean')
const single = saturation({ arrivalPerSecond: 1.5, processingSeconds: 0.5, workers: 1 }, 'median')

export const signalRows: readonly ReasonRow[] = [
  {
    name: 'memory near its limit',
    reason: reasonOf('level', 3, { 'catalog-2': { ...memory, value: mebibytes(146) } }),
    line: 'memory at 91 % of 160 MiB on catalog-2 since 08:31',
    advice: 'find what fills memory, or raise its limit',
  },
  {
    name: 'memory near its limit on several pods: the worst of them',
    reason: reasonOf('level', 12, {
      a: { ...memory, value: mebibytes(130) },
      b: { ...memory, value: mebibytes(146) },
      c: { ...memory, value: mebibytes(140) },
    }),
    line: 'memory at up to 91 % of 160 MiB on 3 of 12 pods (a, b and 1 more) since 08:31',
    advice: 'find what fills memory, or raise its limit',
  },
  {
    name: 'a disk has a name',
    reason: reasonOf('level', 1, { db: { signal: 'disk', value: 96, bound: 100, of: '/var' } }),
    line: 'disk /var at 96 % of 100 B on db since 08:31',
    advice: 'find what fills disk, or raise its limit',
  },
  {
    name: 'workers that are nearly always busy, and what they can do',
    reason: reasonOf('utilisation', 12, { 'thumbs-1': { share: 0.99, of: null, saturation: creeping } }),
    line: 'workers 99 % busy on thumbs-1: 720/s arrive, 16 workers at 22 ms can do 727/s since 08:31',
    advice: 'see whether more work arrives or each piece takes longer, then add workers',
  },
  {
    name: 'busy workers of several pods: the busiest; the time of one is a median',
    reason: reasonOf('utilisation', 3, {
      a: { share: 0.71, of: null, saturation: creeping },
      b: { share: 0.75, of: null, saturation: single },
    }),
    line: 'workers up to 75 % busy on 2 of 3 pods: 1.5/s arrive, 1 worker at 500 ms (median) can do 2/s (a, b) since 08:31',
    advice: 'see whether more work arrives or each piece takes longer, then add workers',
  },
  {
    name: 'workers that a pod counts itself',
    reason: reasonOf('utilisation', 2, {
      'shop-1': { share: 0.998, of: 'http-nio-8080', saturation: null },
    }),
    line: 'workers of http-nio-8080 99.8 % busy on shop-1 since 08:31',
    advice: 'see whether more work arrives or each piece takes longer, then add workers',
  },
  {
    name: 'a pool with waiters',
    reason: reasonOf('pool-exhausted', 12, { 'orders-1': pool }),
    line: 'pool HikariPool-1 full on orders-1: 25 of 25 in use, 31 waiting since 08:31',
    advice: 'find who holds the connections, then size the pool',
  },
  {
    name: 'a pool without a name',
    reason: reasonOf('pool-exhausted', 2, { a: { ...pool, of: null, waiting: 2 }, b: { ...pool, of: null } }),
    line: 'connection pool full on both pods: 25 of 25 in use, 31 waiting since 08:31',
    advice: 'find who holds the connections, then size the pool',
  },
  {
    name: 'requests that fail',
    reason: reasonOf('errors', 3, { 'payments-1': { ratio: 0.4, perSecond: 12 } }),
    line: 'errors 40 % of 12 requests/s on payments-1 since 08:31',
    advice: 'read the log lines of the requests that fail',
  },
  {
    name: 'requests that fail on several pods: the worst',
    reason: reasonOf('errors', 3, {
      a: { ratio: 0.015, perSecond: 1200 },
      b: { ratio: 0.021, perSecond: 800 },
    }),
    line: 'errors up to 2.1 % of 800 requests/s on 2 of 3 pods (a, b) since 08:31',
    advice: 'read the log lines of the requests that fail',
  },
  {
    name: 'an event loop that is late',
    reason: reasonOf('event-loop', 3, { 'web-1': { lag: 412 }, 'web-2': { lag: 120 } }),
    line: 'event loop late on 2 of 3 pods: p99 412 ms (web-1, web-2) since 08:31',
    advice: 'find what computes for long in one piece: take a CPU profile',
  },
  {
    name: 'garbage collection',
    reason: reasonOf('gc-cpu', 2, { 'web-1': { share: 0.123 } }),
    line: 'garbage collection takes much time on web-1: 12 % of it since 08:31',
    advice: 'find what allocates so much, or raise its memory limit',
  },
  {
    name: 'slow answers: the slowest',
    reason: reasonOf('slow', 3, { a: { took: 1200 }, b: { took: 2430 } }),
    line: 'slow answers on 2 of 3 pods: took 2.4 s (a, b) since 08:31',
    advice: 'see what its health page waits for',
  },
  {
    name: 'a small metrics page that is slow',
    reason: reasonOf('exposition', 3, { a: { ...page, bytes: 6687, took: 1500 } }),
    line: 'metrics page on a: 6.53 KiB in 1.5 s since 08:31',
    advice: 'see why its metrics page takes so long',
  },
  {
    name: 'a large metrics page',
    reason: reasonOf('exposition', 1, { 'api-1': { ...page, took: 2100 } }),
    line: 'metrics page on api-1: 16 MiB in 2.1 s since 08:31',
    advice: 'find the label whose values grow',
  },
  {
    name: 'a metrics page that was cut',
    reason: reasonOf('exposition', 1, { 'api-1': { ...page, truncatedBy: 'bytes' } }),
    line: 'metrics page on api-1: cut at 16 MiB after 81,234 series since 08:31',
    advice: 'find the label whose values grow',
  },
  {
    name: 'a metrics page with too many series',
    reason: reasonOf('exposition', 1, { 'api-1': { ...page, truncatedBy: 'series' } }),
    line: 'metrics page on api-1: cut at its cap of 81,234 series after 16 MiB since 08:31',
    advice: 'find the label whose values grow',
  },
  {
    name: 'a metrics page with bad lines',
    reason: reasonOf('exposition', 1, {
      'api-1': { ...page, badLines: 3, firstBadLine: { line: 12, reason: 'a value was expected' } },
    }),
    line: 'metrics page on api-1: 3 bad lines, first at line 12: a value was expected since 08:31',
    advice: 'correct what the page writes on that line',
  },
  {
    name: 'mixed versions',
    reason: reasonOf('versions-disagree', 3, {
      'user-sync-1': { version: '1.8.1' },
      'user-sync-2': { version: '1.8.2' },
      'user-sync-3': { version: '1.8.2' },
    }),
    line: 'pods disagree on the version: 1.8.2 on 2, 1.8.1 on user-sync-1 since 08:31',
    advice: 'finish the rollout, or take it back',
  },
]
