import type { Reason, ReasonKind } from './reason.ts'

/** How much reasons of one light weigh, the gravest first: the order in a row, and of rows. */
export const GRAVEST_FIRST: readonly ReasonKind[] = [
  'failing',
  'health',
  'target-down',
  'not-ready',
  'load',
  'pool-exhausted',
  'traffic',
  'errors',
  'certificate',
  'level',
  'utilisation',
  'latency',
  'drift',
  'ticket',
  'event-loop',
  'gc-pause',
  'gc-cpu',
  'mutex-wait',
  'warm-up',
  'restarts',
  'flapping',
  'dependency',
  'versions-disagree',
  'stale-entry',
  'metrics-failing',
  'slow',
  'exposition',
  'cannot-see',
  'ready-unseen',
  'confirming',
  'stale',
]

/** 0 for the gravest kind of reason. */
export const gravity = (kind: ReasonKind): number => GRAVEST_FIRST.indexOf(kind)

/**
 * How much a reason weighs: as its kind, but for two. A CPU at its limit explains what else fails, as a pool does that is
 * used up, where memory or files near their limits have not hurt anybody yet. More traffic than usual explains errors;
 * without any it is only to be watched.
 */
export function weightOf({ kind, pods, light }: Reason): number {
  if (kind === 'level' && pods[0]?.signal === 'cpu') return gravity('pool-exhausted')
  const isHarmless = kind === 'traffic' && light !== 'red' && pods.every(({ errors }) => errors === null)
  return gravity(isHarmless ? 'latency' : kind)
}
