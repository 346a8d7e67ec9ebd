import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { isKind } from './isKind.ts'
import { changedAround, checkAround } from './changedAround.ts'
import { median } from './median.ts'
import type { Pattern } from './pattern.ts'
import type { Seen } from './seen.ts'

/** How far back the median request is looked at, up to shortly before the pool was full. */
const BEFORE: readonly [from: DurationMs, to: DurationMs] = [hours(1), minutes(5)]

/** Requests that take this many times as long as before wait for something. */
const SLOWER = 2

type Latency = Pattern<'pool-collapse'>['latency']

/** The median request before the pool was full and since then, where it became slower; else null. */
function latencyStep({ binsOf, now }: Pick<Seen, 'binsOf' | 'now'>, pod: string, since: EpochMs): Latency {
  const middle = (from: EpochMs, to: EpochMs): number | null =>
    median(binsOf(pod, 'latencyP50', from, to).map(({ mean }) => mean))
  const before = middle(since - BEFORE[0], since - BEFORE[1])
  const after = middle(since - BEFORE[1], now + 1)
  return before === null || after === null || after < SLOWER * before ? null : { before, now: after }
}

const isPool = (reason: Reason): reason is Reason<'pool-exhausted'> => isKind(reason, 'pool-exhausted')

/**
 * A pool of connections is full, callers wait, and since then requests are as slow as the wait; or something behind it
 * changed just then. Null without either: a full pool alone is only full.
 */
export function poolCollapse(seen: Seen): Pattern<'pool-collapse'> | null {
  const reason = seen.reasons.find(isPool)
  const worst = reason?.pods.toSorted((a, b) => b.waiting - a.waiting)[0]
  if (reason === undefined || worst === undefined) return null
  const latency = latencyStep(seen, worst.pod, reason.since)
  const checks = seen.reasons.flatMap((each) => (isKind(each, 'health') ? each.pods : []))
  const cause = changedAround(seen.needs, reason.since) ?? checkAround(checks, reason.since)
  if (latency === null && cause === null) return null
  const { of, inUse, bound, waiting } = worst
  return {
    kind: 'pool-collapse',
    pods: reason.pods.map(({ pod }) => pod),
    ofPods: reason.ofPods,
    of,
    inUse,
    bound,
    waiting,
    latency,
    cause,
  }
}
