import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { lifeEndpoint } from '#src/domain/verdict/podFacts.ts'
import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/** Failures that say something about the pod; the others say something about what this browser may see. */
export const isOutage = (failure: ProbeFailure): boolean =>
  failure.kind === 'timeout' || failure.kind === 'unreachable' || failure.kind === 'http-status'

/** The pod was not even asked: nothing left this browser. */
const isUnasked = (failure: ProbeFailure): boolean =>
  failure.kind === 'aborted' ||
  failure.kind === 'mixed-content' ||
  failure.kind === 'local-network-permission'

/** A pod is out when the endpoint that stands for its life gives no answer. */
export const failing = rule({
  kind: 'failing',
  on: 'life',
  reads: ['health', 'metrics'],
  orange: ['quorum'],
  red: ['quorum', 'worsenAfter'],
  rollUp: 'quorum',
  find: (pod) => {
    const result = pod.tracks[lifeEndpoint(pod)]?.result
    if (result === undefined) return NO_OPINION
    if (result.ok) return null
    if (isUnasked(result.error)) return NO_OPINION
    return isOutage(result.error) ? { light: 'red', part: { kind: 'failing', failure: result.error } } : null
  },
})
