import { englishAdvice } from './englishAdvice.ts'
import { count } from './englishCount.ts'
import { englishReason } from './englishReason.ts'
import { englishSlope } from './englishSlope.ts'
import { englishUsual } from './englishUsual.ts'
import { englishWorkers } from './englishWorkers.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'

const SIGNAL: Readonly<Record<Signal, string>> = {
  memory: 'memory',
  heap: 'heap',
  cpu: 'CPU',
  goroutines: 'goroutines',
  threads: 'threads',
  fds: 'open files',
  disk: 'disk',
  gcCpu: 'GC share of CPU',
  gcPauseP99: 'GC pause p99',
  mutexWait: 'mutex wait',
  eventLoopLag: 'event-loop lag',
  requestRate: 'requests',
  errorRatio: 'errors',
  latencyP50: 'latency p50',
  latencyP99: 'latency p99',
  queueDepth: 'queue',
  poolInUse: 'pool in use',
  poolIdle: 'pool idle',
  poolWaiting: 'pool waiting',
  restarts: 'restarts',
  uptime: 'uptime',
  scrapeDuration: 'time to read metrics',
  scrapeBytes: 'size of metrics page',
  seriesCount: 'series',
  certificateExpiry: 'certificate ends',
  utilisation: 'utilisation',
}

/** Many services in trouble, counted by what ails them. */
const KIND: Readonly<Record<ReasonKind, string>> = {
  failing: 'not answering',
  'cannot-see': 'not to be seen',
  health: 'reporting trouble',
  'target-down': 'with a dead target',
  'not-ready': 'not ready',
  'ready-unseen': 'of unknown readiness',
  confirming: 'to be confirmed',
  stale: 'without news',
  errors: 'with failing requests',
  'event-loop': 'with a late event loop',
  'gc-cpu': 'busy with garbage collection',
  latency: 'slower than usual',
  'warm-up': 'warming up',
  traffic: 'with more requests than usual',
  'gc-pause': 'stopped by garbage collection',
  'mutex-wait': 'waiting for locks',
  certificate: 'with a certificate that ends',
  level: 'near a limit',
  utilisation: 'with busy workers',
  drift: 'drifting towards a limit',
  'pool-exhausted': 'out of connections',
  restarts: 'restarted',
  flapping: 'flapping',
  slow: 'slow',
  'metrics-failing': 'without metrics',
  exposition: 'with a faulty metrics page',
  'versions-disagree': 'on mixed versions',
  load: 'with one pod carrying too much',
  dependency: 'needing a service that is red',
  'stale-entry': 'naming services that are not there',
  ticket: 'with a ticket that waits',
}

/** What is said of pods and reasons in English. Another language is this file and its neighbours named `english…` again. */
export const english = {
  /** For numbers and dates: 24-hour clock, comma in thousands. */
  locale: 'en-GB',
  signal: SIGNAL,
  kind: KIND,
  count,
  pods: (n: number) => count(n, 'pod'),
  services: (n: number) => count(n, 'service'),

  unit: { ms: 'ms', s: 's', min: 'min', h: 'h', d: 'd', cores: 'cores', perSecond: '/s', percent: '%' },
  yesterday: (clock: string) => `yesterday ${clock}`,
  tomorrow: (clock: string) => `tomorrow ${clock}`,
  since: (moment: string) => `since ${moment}`,
  /** It was so when it was first looked at: nobody should believe that it began then. */
  already: (moment: string) => `already so ${/^\d\d:\d\d$/.test(moment) ? `at ${moment}` : moment}`,
  /** `at 08:31`, but `yesterday 08:31` and `Mon 08:31` stand without a preposition. */
  at: (moment: string) => (/^\d\d:\d\d$/.test(moment) ? `at ${moment}` : moment),
  and: (a: string, b: string) => `${a} and ${b}`,
  more: (n: number) => `${n} more`,
  all: (n: number) => (n === 2 ? 'both pods' : `all ${n} pods`),
  named: (text: string, names: string) => `${text} (${names})`,
  some: (n: number, of: number) => `${n} of ${of} pods`,
  on: (where: string) => `on ${where}`,

  failure: {
    timeout: (after: string) => `timed out after ${after}`,
    unreachable: 'refused or DNS error',
    refused: 'refused the connection',
    noName: 'name not in DNS',
    noRoute: 'cannot be connected to',
    hungUp: 'hung up',
    tls: 'TLS certificate not accepted',
    notReached: 'cannot be reached',
    unreachableBecause: (detail: string) => `cannot be reached (${detail})`,
    unreadable: 'CORS headers missing',
    mixedContent: 'blocked, http from an https page',
    localNetwork: 'blocked, local-network permission missing',
    signIn: 'sign-in needed',
    status: (status: number) => `HTTP ${status}`,
    tooLarge: (cap: string) => `answer over ${cap}`,
    malformed: (line: number, column: number, why: string) => `unreadable at ${line}:${column} (${why})`,
    notFound: (tried: number) => `not found at ${count(tried, 'usual path')}`,
    aborted: 'not asked yet',
  },

  failureFix: {
    timeout: (after: string) =>
      `It did not answer within ${after}: see whether it is stuck, or give it a longer timeout in the fleet file.`,
    unreachable:
      'Refused, or its name is not in DNS (a page cannot tell which): see whether the pod runs and whether its URL in the fleet file is right.',
    refused: 'Nothing listens at its address: see whether the pod runs and whether its port is right.',
    noName: 'Its host name is not in DNS: correct the URL in the fleet file, or look where the pod has gone.',
    noRoute: 'The gateway cannot connect to it: look at the network between the gateway and the pod.',
    hungUp: 'It closed the connection before it answered: look at its last log lines for a crash.',
    tls: 'The gateway does not accept its TLS certificate: look whether it has ended or is for another name.',
    notReached: 'The gateway could not reach it: see whether the pod runs and whether its URL is right.',
    unreachableBecause: (detail: string) =>
      `The gateway could not reach it (${detail}): see whether the pod runs and whether its URL is right.`,
    unreadable:
      'It answers, but the browser may not read it: let it send Access-Control-Allow-Origin for this page, or serve it through the gateway.',
    mixedContent:
      'The browser blocks http addresses on an https page: serve the pod through the gateway, or open this page over http.',
    localNetwork:
      'The browser asks before a page may reach the local network: allow it beside the address bar, or serve the pod through the gateway.',
    signInPage: 'A login page came instead of an answer: sign in to it in another tab, then come back.',
    signInRedirect:
      'It redirects to a login on another origin: sign in there in another tab, then come back.',
    signInStatus: 'It asks for credentials (HTTP 401 or 403): sign in, or open this path to the dashboard.',
    statusServer: (status: number) =>
      `It answered HTTP ${status}, a fault of its own: look at its last log lines.`,
    statusOther: (status: number) =>
      `It answered HTTP ${status}: see whether the path in the fleet file is right.`,
    tooLarge: (cap: string) =>
      `Its answer is over ${cap} and was cut: make the page smaller, or name a smaller one in the fleet file.`,
    malformed: (line: number, column: number, why: string) =>
      `Its answer cannot be read at line ${line}, column ${column} (${why}): correct what it writes there.`,
    notFound: (paths: string) => `Nothing was found at ${paths}: name its path in the fleet file.`,
    aborted: 'It has not been asked yet: its first answer comes within one interval.',
  },

  reason: englishReason,

  advice: englishAdvice,

  slope: englishSlope,
  workers: englishWorkers,
  usual: englishUsual,
}
