import { texts } from './texts.ts'
import { mebibytes } from '#src/domain/time/units.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Reason, ReasonKind } from '#src/domain/verdict/reason.ts'

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

function ofFailure(failure: ProbeFailure | undefined): string {
  if (failure === undefined) return advice.unreachable
  return failure.kind === 'http-status' && failure.status >= 500
    ? advice.serverError
    : failureAdvice[failure.kind]
}

const ADVICE: { readonly [K in ReasonKind]: (reason: Reason<K>) => string } = {
  failing: ({ pods }) => ofFailure(pods[0]?.failure),
  'cannot-see': ({ pods }) => ofFailure(pods[0]?.failure),
  health: ({ pods }) => {
    const check = pods[0]?.check ?? null
    return check === null ? advice.health : advice.check(check)
  },
  'target-down': () => advice.target,
  'not-ready': () => advice.notReady,
  confirming: () => advice.wait,
  stale: ({ pods }) => (pods.every(({ lastSeen }) => lastSeen === null) ? advice.wait : advice.stale),
  level: ({ pods }) => (pods[0] === undefined ? advice.health : advice.level(signal[pods[0].signal])),
  'pool-exhausted': () => advice.pool,
  restarts: () => advice.restarts,
  flapping: () => advice.flapping,
  slow: () => advice.slow,
  'metrics-failing': () => advice.metrics,
  exposition: ({ pods }) => {
    if (pods.some(({ badLines }) => badLines > 0)) return advice.badLines
    const large = pods.some(({ bytes, truncatedBy }) => truncatedBy !== null || bytes > LARGE_PAGE)
    return large ? advice.exposition : advice.slowPage
  },
  'versions-disagree': () => advice.versions,
}

/** What to do first about a reason: one short imperative without names of anyone's tools. */
export function reasonAdvice<K extends ReasonKind>(reason: Reason<K>): string {
  return ADVICE[reason.kind](reason)
}
