import { deploySuspected } from '#src/domain/deploy/deploySuspected.ts'
import type { Deploy } from '#src/domain/deploy/deploysOf.ts'
import type { Reason, ReasonKind } from './reason.ts'

/**
 * What a new version may bring about. A drift names the deploy that it began after by itself, pod by pod; that a pod warms
 * up, or that versions differ, is part of the deploy.
 */
const BROUGHT_ABOUT: ReadonlySet<ReasonKind> = new Set([
  'failing',
  'health',
  'not-ready',
  'errors',
  'latency',
  'slow',
  'pool-exhausted',
  'level',
  'utilisation',
  'event-loop',
  'gc-cpu',
  'gc-pause',
  'mutex-wait',
  'restarts',
  'flapping',
  'exposition',
  'metrics-failing',
])

/** What was so from the first began nobody knows when, but in processes that a deploy has started: not before it. */
const beganUnseen = ({ already, pods }: Reason, { pods: started }: Deploy): boolean =>
  already === true && !pods.every(({ pod }) => started.includes(pod))

/** Names at each reason the deploy that it began after, where that may be its cause. `deploys`: oldest first. */
export function withSuspects(reasons: readonly Reason[], deploys: readonly Deploy[]): readonly Reason[] {
  if (deploys.length === 0) return reasons
  return reasons.map((reason) => {
    if (!BROUGHT_ABOUT.has(reason.kind)) return reason
    const suspect = deploySuspected(deploys, reason.since)
    const deploy = deploys.find(({ at }) => at === suspect?.at)
    if (suspect === null || deploy === undefined || beganUnseen(reason, deploy)) return reason
    return { ...reason, suspect }
  })
}
