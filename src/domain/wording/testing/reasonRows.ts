import { hours, mebibytes, seconds } from '#src/domain/time/units.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { NOW, reasonOf, SINCE } from './reasonOf.ts'

/** A reason, its line in Europe/Paris, and what to do about it. */
export type ReasonRow = {
  readonly name: string
  readonly reason: Reason
  readonly line: string
  readonly advice: string
}

const refused = { kind: 'unreachable', by: 'browser', detail: null } as const
const late = { kind: 'timeout', after: seconds(2) } as const
const signIn = { kind: 'sign-in-needed', how: 'page' } as const
const broken = { kind: 'http-status', status: 500 } as const
const db = { state: 'down', check: 'db', why: 'ECONNREFUSED' } as const
const page = { took: 420, bytes: mebibytes(16), truncatedBy: null, badLines: 0, firstBadLine: null } as const

export const failureRows: readonly ReasonRow[] = [
  {
    name: 'the only pod is silent',
    reason: reasonOf('failing', 1, { 'orders-1': { failure: refused } }),
    line: 'orders-1 does not answer: refused or DNS error since 08:31',
    advice: 'see whether the pod runs, then read its last log lines',
  },
  {
    name: 'one of three is silent',
    reason: reasonOf('failing', 3, { 'orders-1': { failure: late } }),
    line: '1 of 3 pods does not answer: orders-1 timed out after 2 s since 08:31',
    advice: 'see what it waits for: CPU, locks, its own dependencies',
  },
  {
    name: 'two of three are silent in the same way',
    reason: reasonOf('failing', 3, { 'orders-1': { failure: refused }, 'orders-2': { failure: refused } }),
    line: '2 of 3 pods do not answer: orders-1 and orders-2 refused or DNS error since 08:31',
    advice: 'see whether the pod runs, then read its last log lines',
  },
  {
    name: 'silent in different ways',
    reason: reasonOf('failing', 3, { 'orders-1': { failure: refused }, 'orders-2': { failure: late } }),
    line: '2 of 3 pods do not answer: orders-1 refused or DNS error, orders-2 timed out after 2 s since 08:31',
    advice: 'see whether the pod runs, then read its last log lines',
  },
  {
    name: 'an answer of a wrong sort is a failure, not silence',
    reason: reasonOf('failing', 3, { 'orders-1': { failure: broken } }),
    line: '1 of 3 pods fails: orders-1 HTTP 500 since 08:31',
    advice: 'read the pod’s last log lines',
  },
  {
    name: 'sign-in on all pods',
    reason: reasonOf('cannot-see', 3, {
      a: { failure: signIn },
      b: { failure: signIn },
      c: { failure: signIn },
    }),
    line: 'sign-in needed on all 3 pods since 08:31',
    advice: 'sign in to it in another tab, then come back',
  },
  {
    name: 'not to be seen for two causes',
    reason: reasonOf('cannot-see', 3, { a: { failure: signIn }, b: { failure: { kind: 'unreadable' } } }),
    line: 'sign-in needed and CORS headers missing on 2 of 3 pods (a and b) since 08:31',
    advice: 'sign in to it in another tab, then come back',
  },
  {
    name: 'metrics are not there',
    reason: reasonOf('metrics-failing', 2, { 'api-1': { failure: { kind: 'http-status', status: 404 } } }),
    line: 'metrics cannot be read on api-1: HTTP 404 since 08:31',
    advice: 'correct its metrics page: signals are blind without it',
  },
]

export const stateRows: readonly ReasonRow[] = [
  {
    name: 'health names its check',
    reason: reasonOf('health', 1, { 'payments-1': db }),
    line: 'health says DOWN on payments-1: db: ECONNREFUSED since 08:31',
    advice: 'look at db and the way to it',
  },
  {
    name: 'a cause that names its check already names it once',
    reason: reasonOf('health', 4, { a: { ...db, why: 'HTTP 503, db: ECONNREFUSED' }, b: db }),
    line: 'health says DOWN on 2 of 4 pods: HTTP 503, db: ECONNREFUSED (a and b) since 08:31',
    advice: 'look at db and the way to it',
  },
  {
    name: 'the worst state of several pods',
    reason: reasonOf('health', 2, {
      a: { state: 'degraded', check: null, why: null },
      b: { ...db, why: null },
    }),
    line: 'health says DOWN on both pods: db since 08:31',
    advice: 'open the row: its checks say which part',
  },
  {
    name: 'degraded without a cause',
    reason: reasonOf('health', 2, { 'api-1': { state: 'degraded', check: null, why: null } }),
    line: 'health says degraded on api-1 since 08:31',
    advice: 'open the row: its checks say which part',
  },
  {
    name: 'a dead target behind a living exporter',
    reason: reasonOf('target-down', 1, { 'redis-1': { from: 'redis_up 0' } }),
    line: 'the exporter answers on redis-1, what it exports does not: redis_up 0 since 08:31',
    advice: 'look at what the exporter watches, not at the exporter',
  },
  {
    name: 'not ready',
    reason: reasonOf('not-ready', 2, { 'api-1': { why: 'cache is warming' } }),
    line: 'not ready on api-1: cache is warming since 08:31',
    advice: 'see what it still waits for before it takes traffic',
  },
  {
    name: 'one bad answer',
    reason: reasonOf('confirming', 2, { 'api-1': { why: null } }),
    line: 'one bad answer on api-1, to be confirmed by the next',
    advice: 'wait for the next answer',
  },
  {
    name: 'old readings',
    reason: reasonOf('stale', 3, { a: { lastSeen: SINCE }, b: { lastSeen: NOW - hours(10) } }),
    line: 'nothing new from 2 of 3 pods, last seen yesterday 23:00 (a and b)',
    advice: 'see whether this page still has its network',
  },
  {
    name: 'never seen',
    reason: reasonOf('stale', 2, { 'api-1': { lastSeen: null }, 'api-2': { lastSeen: null } }),
    line: 'no answer yet from both pods',
    advice: 'wait for the next answer',
  },
  {
    name: 'one restart',
    reason: reasonOf('restarts', 2, { 'catalog-2': { count: 1, lastAt: SINCE } }),
    line: 'catalog-2 restarted once at 08:31',
    advice: 'read the log lines before the last restart',
  },
  {
    name: 'several restarts of one pod',
    reason: reasonOf('restarts', 2, { 'catalog-2': { count: 3, lastAt: NOW - hours(10) } }),
    line: 'catalog-2 restarted 3 times, last yesterday 23:00',
    advice: 'read the log lines before the last restart',
  },
  {
    name: 'restarts of several pods',
    reason: reasonOf('restarts', 3, {
      a: { count: 2, lastAt: NOW - hours(1) },
      b: { count: 3, lastAt: SINCE },
    }),
    line: '2 of 3 pods restarted 5 times, last b at 08:31',
    advice: 'read the log lines before the last restart',
  },
  {
    name: 'answers that flap',
    reason: reasonOf('flapping', 2, { a: { bad: 4, of: 10 }, b: { bad: 3, of: 10 } }),
    line: 'answers flap on both pods: 4 of the last 10 probes bad',
    advice: 'open the row: compare the bad answers with the good ones',
  },
]

const memory = { signal: 'memory', bound: mebibytes(160), of: null } as const
const pool = { inUse: 25, bound: 25, waiting: 31, of: 'HikariPool-1' } as const

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
    name: 'slow answers: the slowest',
    reason: reasonOf('slow', 3, { a: { took: 1200 }, b: { took: 2430 } }),
    line: 'slow answers on 2 of 3 pods: took 2.4 s (a and b) since 08:31',
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
    line: 'metrics page on api-1: cut at 16 MiB since 08:31',
    advice: 'find the label whose values grow',
  },
  {
    name: 'a metrics page with too many series',
    reason: reasonOf('exposition', 1, { 'api-1': { ...page, truncatedBy: 'series' } }),
    line: 'metrics page on api-1: cut at its series cap after 16 MiB since 08:31',
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
