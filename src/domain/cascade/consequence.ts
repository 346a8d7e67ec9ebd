import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Reason, ReasonKind } from '#src/domain/verdict/reason.ts'
import { nameWords } from './nameWords.ts'

/**
 * Where the trouble of a reason may come from, and where it goes:
 * - `passes`: a dependency in trouble may be behind it, and callers feel it;
 * - `begins`: it is the service's own, and callers feel it;
 * - `ends`: a dependency may be behind it, and callers do not feel it;
 * - `stays`: it is the service's own, and callers do not feel it.
 *
 * In doubt it is the service's own: one row too many is better than a cause that is folded away under another.
 */
type Consequence = 'passes' | 'begins' | 'ends' | 'stays'

const BY_KIND: Readonly<Record<Exclude<ReasonKind, 'level' | 'drift'>, Consequence>> = {
  // A health handler that asks its database hangs with it; but see `isOwnFailure`.
  failing: 'passes',
  // Health pages tell of what they depend on, and balancers take out who says "down"; but see OWN_CHECKS.
  health: 'passes',
  // The database, broker or proxy behind an exporter: what ends chains.
  'target-down': 'begins',
  // Readiness asks the same checks as health.
  'not-ready': 'passes',
  // Failed calls below are answered with failed calls above.
  errors: 'passes',
  latency: 'passes',
  slow: 'passes',
  // Connections are given back later where the database answers later; callers wait for one.
  'pool-exhausted': 'passes',
  // Workers that wait for an answer are busy.
  utilisation: 'passes',
  flapping: 'passes',
  // Who is slow or fails is asked again by its callers, so the storm comes from below; only what it saturates is felt.
  traffic: 'ends',
  // Waiting for others costs an event loop nothing: it is late by its own work.
  'event-loop': 'begins',
  // The heap, its collection and its locks are the process's own doing; everybody in it stands still meanwhile.
  'gc-cpu': 'begins',
  'gc-pause': 'begins',
  'mutex-wait': 'begins',
  // Cold caches after its own start: slow for callers, where it is latency and not memory that needs more than usual.
  'warm-up': 'begins',
  // A replica is missing here; felt where the rest saturate.
  load: 'begins',
  // A restart of the night is over; a crash loop is felt.
  restarts: 'begins',
  // Of the service's making, and nobody's answer is the worse for it: what is, says so by a reason of its own.
  'versions-disagree': 'stays',
  certificate: 'stays',
  'stale-entry': 'stays',
  // Of people who are late, not of the service.
  ticket: 'stays',
  exposition: 'stays',
  'metrics-failing': 'stays',
  // Said because of a dependency, and of nothing else.
  dependency: 'ends',
  // Grey: not seen. Neither root nor affected.
  'cannot-see': 'stays',
  'ready-unseen': 'stays',
  confirming: 'stays',
  stale: 'stays',
}

/** What levels and drifts of a signal come of, and come to. */
const BY_SIGNAL: Readonly<Record<Signal, Consequence>> = {
  // What fills up hurts when it is full; then errors or an outage say so.
  memory: 'stays',
  heap: 'stays',
  fds: 'stays',
  disk: 'stays',
  // Computing for nobody but itself; whoever calls it waits for the processor.
  cpu: 'begins',
  // Each of them is one that waits; who waits for an answer from below answers nobody above.
  goroutines: 'passes',
  threads: 'passes',
  queueDepth: 'passes',
  poolInUse: 'passes',
  poolIdle: 'passes',
  poolWaiting: 'passes',
  utilisation: 'passes',
  errorRatio: 'passes',
  latencyP50: 'passes',
  latencyP99: 'passes',
  // As `traffic`.
  requestRate: 'ends',
  gcCpu: 'begins',
  gcPauseP99: 'begins',
  mutexWait: 'begins',
  eventLoopLag: 'begins',
  // About the process, its metrics page and its certificate, not about its answers.
  restarts: 'stays',
  uptime: 'stays',
  scrapeDuration: 'stays',
  scrapeBytes: 'stays',
  seriesCount: 'stays',
  certificateExpiry: 'stays',
}

/** Kinds that callers feel only when they are red, whatever is said of them above. */
const FELT_WHEN_RED: ReadonlySet<ReasonKind> = new Set(['restarts', 'load', 'traffic'])

/** First words of checks of the process and its machine, as Spring, Dropwizard, health+json and others name them. */
const OWN_CHECKS: ReadonlySet<string> = new Set(
  'disk disks diskspace memory heap cpu gc deadlock deadlocks certificate ssl tls'.split(' '),
)

const isOwnCheck = (path: string | null): boolean =>
  path !== null && path.split(' / ').some((name) => OWN_CHECKS.has(nameWords(name)[0] ?? ''))

/**
 * Nothing listens there, or it says that it is not what was asked for: no dependency does that. One that hangs or
 * answers 5xx may hang for, or fail by, another.
 */
const isOwnFailure = (failure: ProbeFailure): boolean =>
  failure.kind !== 'timeout' && !(failure.kind === 'http-status' && failure.status >= 500)

function consequenceOf(reason: Reason): Consequence {
  if (reason.kind !== 'level' && reason.kind !== 'drift') return BY_KIND[reason.kind]
  const [first] = reason.pods
  return first === undefined ? 'stays' : BY_SIGNAL[first.signal]
}

/**
 * Whether a dependency in trouble can be all there is behind a reason. Of several pods it has to explain each; a refused
 * connection, a full disk, a leak or a crash loop has a cause of its own.
 */
export function explainedByDependency(reason: Reason): boolean {
  if (reason.kind === 'failing' && reason.pods.some(({ failure }) => isOwnFailure(failure))) return false
  if (reason.kind === 'health' && reason.pods.some(({ check }) => isOwnCheck(check))) return false
  const consequence = consequenceOf(reason)
  return consequence === 'passes' || consequence === 'ends'
}

/**
 * Whether those who call the service can feel what a reason tells of: calls that fail, wait, or find fewer pods. Not
 * what will hurt them only one day (a leak, a certificate), nor what is over (a restart in the night).
 */
export function hurtsCallers(reason: Reason): boolean {
  if (reason.kind === 'warm-up') return reason.pods.some(({ signal }) => signal === 'latencyP99')
  if (FELT_WHEN_RED.has(reason.kind)) return reason.light === 'red'
  const consequence = consequenceOf(reason)
  return consequence === 'passes' || consequence === 'begins'
}
