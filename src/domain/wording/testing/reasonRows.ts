import { hours, seconds } from '#src/domain/time/units.ts'
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
    line: '1 of 3 pods does not answer: timed out after 2 s (orders-1) since 08:31',
    advice: 'see what it waits for: CPU, locks, its own dependencies',
  },
  {
    name: 'two of three are silent in the same way',
    reason: reasonOf('failing', 3, { 'orders-1': { failure: refused }, 'orders-2': { failure: refused } }),
    line: '2 of 3 pods do not answer: refused or DNS error (orders-1, orders-2) since 08:31',
    advice: 'see whether the pod runs, then read its last log lines',
  },
  {
    name: 'silent in different ways',
    reason: reasonOf('failing', 3, { 'orders-1': { failure: refused }, 'orders-2': { failure: late } }),
    line: '2 of 3 pods do not answer: refused or DNS error (orders-1), timed out after 2 s (orders-2) since 08:31',
    advice: 'see whether the pod runs, then read its last log lines',
  },
  {
    name: 'an answer of a wrong sort is a failure, not silence',
    reason: reasonOf('failing', 3, { 'orders-1': { failure: broken } }),
    line: '1 of 3 pods fails: HTTP 500 (orders-1) since 08:31',
    advice: 'read the pod’s last log lines',
  },
  {
    name: 'all pods are silent in one way: their names say no more',
    reason: reasonOf('failing', 2, { 'orders-1': { failure: late }, 'orders-2': { failure: late } }),
    line: '2 of 2 pods do not answer: timed out after 2 s since 08:31',
    advice: 'see what it waits for: CPU, locks, its own dependencies',
  },
  {
    name: 'the cause before long names',
    reason: reasonOf('failing', 3, {
      'storefront-fqswn-w7fpc': { failure: late },
      'storefront-fqswn-mh5z2': { failure: late },
    }),
    line: '2 of 3 pods do not answer: timed out after 2 s (…w7fpc, …mh5z2) since 08:31',
    advice: 'see what it waits for: CPU, locks, its own dependencies',
  },
  ...(
    [
      ['ENOTFOUND', 'name not in DNS', 'correct its URL in the fleet file, or look where the pod has gone'],
      ['EHOSTUNREACH', 'cannot be connected to', 'look at the network between the gateway and the pod'],
      [
        'CERT_HAS_EXPIRED',
        'TLS certificate not accepted',
        'see whether its TLS certificate has ended or is for another name',
      ],
      ['ECONNRESET', 'hung up', 'look at its last log lines for a crash'],
      ['ECONNREFUSED', 'refused the connection', 'see whether the pod runs, then read its last log lines'],
    ] as const
  ).map(([detail, cause, advice]) => ({
    name: `the gateway says ${detail}`,
    reason: reasonOf('failing', 1, {
      'orders-1': { failure: { kind: 'unreachable', by: 'gateway', detail } },
    }),
    line: `orders-1 does not answer: ${cause} since 08:31`,
    advice,
  })),
  ...(
    [
      ['include', true, 'sign in at https://pay.test/ in another tab, then come back'],
      [
        'omit',
        true,
        'write "credentials": "include" in the fleet file (the gateway forwards no cookies without it), then sign in at https://pay.test/',
      ],
      [
        'omit',
        false,
        'write "credentials": "include" in the fleet file (no cookies are sent without it), then sign in at https://pay.test/',
      ],
    ] as const
  ).map(([cookies, gateway, advice]) => ({
    name: `sign-in, cookies ${cookies}, ${gateway ? 'gateway' : 'direct'}`,
    reason: reasonOf('cannot-see', 1, {
      'pay-1': { failure: signIn, signIn: { url: 'https://pay.test/', cookies, gateway } },
    }),
    line: 'sign-in needed on pay-1 since 08:31',
    advice,
  })),
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
    line: 'sign-in needed and CORS headers missing on 2 of 3 pods (a, b) since 08:31',
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
    line: 'health says DOWN on 2 of 4 pods: HTTP 503, db: ECONNREFUSED (a, b) since 08:31',
    advice: 'look at db and the way to it',
  },
  {
    name: 'the worst state of several pods',
    reason: reasonOf('health', 2, {
      a: { state: 'degraded', check: null, why: null },
      b: { ...db, why: null },
    }),
    line: 'health says DOWN on both pods: db since 08:31',
    advice: 'see which part its checks name',
  },
  {
    name: 'degraded without a cause',
    reason: reasonOf('health', 2, { 'api-1': { state: 'degraded', check: null, why: null } }),
    line: 'health says degraded on api-1 since 08:31',
    advice: 'see which part its checks name',
  },
  {
    name: 'a log line where no check says why',
    reason: reasonOf('health', 1, {
      'mailer-1': {
        state: 'down',
        check: null,
        why: 'HTTP 503',
        log: 'error [mailer] sending: smtp: connect timed out',
      },
    }),
    line: 'health says DOWN on mailer-1: error [mailer] sending: smtp: connect timed out since 08:31',
    advice: 'read its last log lines',
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
    name: 'readiness times out',
    reason: reasonOf('ready-unseen', 2, { 'api-1': { failure: late } }),
    line: 'readiness cannot be read on api-1: timed out after 2 s since 08:31',
    advice: 'see what it waits for: CPU, locks, its own dependencies',
  },
  {
    name: 'readiness is not where the fleet file says, on one of two that tell none',
    reason: reasonOf('ready-unseen', 2, {
      a: { failure: null },
      b: { failure: { kind: 'http-status', status: 404 } },
    }),
    line: 'readiness cannot be read on both pods: HTTP 404 since 08:31',
    advice: 'check the path in the fleet file',
  },
  {
    name: 'readiness was not asked yet',
    reason: reasonOf('ready-unseen', 3, { a: { failure: null }, b: { failure: null } }),
    line: 'no word on readiness from 2 of 3 pods (a, b) since 08:31',
    advice: 'wait for the next answer',
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
    line: 'nothing new from 2 of 3 pods, last seen yesterday 23:00 (a, b)',
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
    advice: 'compare its bad answers with its good ones',
  },
]
