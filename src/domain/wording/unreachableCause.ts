import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'

type Cause = 'unreachable' | 'refused' | 'noName' | 'noRoute' | 'hungUp' | 'tls' | 'notReached' | 'other'

/** The gateway's own words, and the system error codes of Node's `net`, `dns` and `tls`. */
const CAUSES: readonly (readonly [RegExp, Cause])[] = [
  [/refused/i, 'refused'],
  [/^dns$|ENOTFOUND|EAI_/i, 'noName'],
  [/^timeout$|UNREACH|TIMEDOUT/i, 'noRoute'],
  [/^reset$|ECONNRESET|EPIPE|hang ?up|closed/i, 'hungUp'],
  [/^tls$|certificate|\bCERT_|SELF_SIGNED/i, 'tls'],
  [/^unknown$/i, 'notReached'],
]

/**
 * Why a pod cannot be reached, as far as anyone can tell: a page cannot (`unreachable`), a gateway can.
 * `other` is a gateway's reason without words of our own; `detail` then holds the gateway's.
 */
export function unreachableCause({ by, detail }: Extract<ProbeFailure, { kind: 'unreachable' }>): {
  readonly cause: Cause
  readonly detail: string
} {
  if (by === 'browser' || detail === null) return { cause: 'unreachable', detail: '' }
  const known = CAUSES.find(([pattern]) => pattern.test(detail))
  return { cause: known?.[1] ?? 'other', detail }
}
