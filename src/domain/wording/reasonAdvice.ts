import { suspectedDeploy } from './driftWords.ts'
import { texts } from './texts.ts'
import { isOnlyTail } from './usualWords.ts'
import { unreachableCause } from './unreachableCause.ts'
import { mebibytes } from '#src/domain/time/units.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Reason, ReasonKind, SignIn } from '#src/domain/verdict/reason.ts'

const { advice, signal } = texts

/** Metrics pages of ordinary processes are tens of KiB: from here on it is their size that makes them slow. */
const LARGE_PAGE = mebibytes(1)

const failureAdvice: Readonly<Record<ProbeFailure['kind'], string>> = {
  timeout: advice.timeout,
  unreachable: advice.unreachable,
  unreadable: advice.cors,
  'mixed-content': advice.permission,
  'local-network-permission': advice.permission,
  'sign-in-needed': advice.signIn,
  'http-status': advice.path,
  'too-large': advice.path,
  malformed: advice.path,
  'not-found': advice.path,
  aborted: advice.wait,
}

/** What a gateway tells of an unreachable pod; the causes that are not here have no advice of their own. */
const causeAdvice: Readonly<Partial<Record<ReturnType<typeof unreachableCause>['cause'], string>>> = {
  noName: advice.noName,
  noRoute: advice.noRoute,
  hungUp: advice.hungUp,
  tls: advice.tls,
}

function ofFailure(failure: ProbeFailure | undefined): string {
  if (failure === undefined) return advice.unreachable
  if (failure.kind === 'unreachable')
    return causeAdvice[unreachableCause(failure).cause] ?? advice.unreachable
  return failure.kind === 'http-status' && failure.status >= 500
    ? advice.serverError
    : failureAdvice[failure.kind]
}

/** Where to sign in; and first of all, that the browser's cookies have to be sent along. */
function ofSignIn({ url, cookies, gateway }: SignIn): string {
  if (cookies === 'include') return advice.signInAt(url)
  return gateway ? advice.signInForwarded(url) : advice.signInSent(url)
}

const driftAdvice: Readonly<Partial<Record<Signal, string>>> = {
  memory: advice.driftMemory,
  heap: advice.driftMemory,
  goroutines: advice.driftStacks,
  threads: advice.driftStacks,
  fds: advice.driftFds,
  queueDepth: advice.driftQueue,
  disk: advice.driftDisk,
  poolWaiting: advice.driftPool,
  scrapeDuration: advice.driftPage,
  seriesCount: advice.driftPage,
  utilisation: advice.utilisation,
  latencyP99: advice.latencyTail,
}

function ofDrift(reason: Reason<'drift'>): string {
  const [first] = reason.pods
  const grows = reason.pods.find((pod) => pod.grows !== undefined)?.grows
  const usual = (first && driftAdvice[first.signal]) ?? advice.health
  const todo = grows === undefined ? usual : advice.boundLabel(grows.label)
  const deploy = suspectedDeploy(reason)
  return deploy === null ? todo : advice.suspect(deploy.version, todo)
}

const ADVICE: { readonly [K in ReasonKind]: (reason: Reason<K>) => string } = {
  failing: ({ pods }) => ofFailure(pods[0]?.failure),
  'cannot-see': ({ pods }) =>
    pods[0]?.signIn === undefined ? ofFailure(pods[0]?.failure) : ofSignIn(pods[0].signIn),
  health: ({ pods }) => {
    const check = pods[0]?.check ?? null
    if (check !== null) return advice.check(check)
    return pods[0]?.log === undefined ? advice.health : advice.healthLog
  },
  'target-down': () => advice.target,
  'not-ready': () => advice.notReady,
  'ready-unseen': ({ pods }) => {
    const failed = pods.find(({ failure }) => failure !== null)?.failure ?? null
    return failed === null ? advice.wait : ofFailure(failed)
  },
  confirming: () => advice.wait,
  stale: ({ pods }) => (pods.every(({ lastSeen }) => lastSeen === null) ? advice.wait : advice.stale),
  level: ({ pods: [worst] }) => {
    if (worst === undefined) return advice.health
    return worst.signal === 'cpu' ? advice.levelCpu : advice.level(signal[worst.signal])
  },
  latency: ({ pods }) => (pods.every(isOnlyTail) ? advice.latencyTail : advice.latency),
  'warm-up': ({ pods }) => (pods.every(({ ready }) => ready === false) ? advice.warmingUp : advice.warmUp),
  traffic: ({ pods }) => (pods.some(({ errors }) => errors !== null) ? advice.trafficStorm : advice.traffic),
  'gc-pause': () => advice.gcPause,
  'mutex-wait': () => advice.mutexWait,
  certificate: () => advice.certificate,
  utilisation: () => advice.utilisation,
  drift: ofDrift,
  'pool-exhausted': () => advice.pool,
  errors: () => advice.errors,
  'event-loop': () => advice.eventLoop,
  'gc-cpu': () => advice.gcCpu,
  restarts: () => advice.restarts,
  flapping: () => advice.flapping,
  slow: () => advice.slow,
  'metrics-failing': () => advice.metrics,
  exposition: ({ pods }) => {
    if (pods.some(({ badLines }) => badLines > 0)) return advice.badLines
    const grows = pods.find((pod) => pod.grows !== undefined)?.grows
    if (grows !== undefined) return advice.boundLabel(grows.label)
    const large = pods.some(({ bytes, truncatedBy }) => truncatedBy !== null || bytes > LARGE_PAGE)
    return large ? advice.exposition : advice.slowPage
  },
  'versions-disagree': () => advice.versions,
  load: ({ about, light }) => {
    if (about !== undefined && about.out.length > 0)
      return light === 'red' ? advice.loadOut : advice.loadSpare
    return about !== undefined && about.saturated.length > 0 ? advice.loadSaturated : advice.load
  },
  dependency: ({ about }) => advice.dependency(about?.on[0]?.service ?? ''),
  'stale-entry': () => advice.staleEntry,
  ticket: ({ about }) =>
    about?.tickets[0]?.trouble === 'unacknowledged' ? advice.ticketTake : advice.ticketLate,
}

/** What to do first about a reason: one short imperative without names of anyone's tools. */
export function reasonAdvice<K extends ReasonKind>(reason: Reason<K>): string {
  const todo = ADVICE[reason.kind](reason)
  return reason.suspect === undefined ? todo : advice.suspect(reason.suspect.version, todo)
}
