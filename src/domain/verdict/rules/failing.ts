import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { lifeEndpoint } from '#src/domain/verdict/podFacts.ts'
import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/** Failures that say something about the pod; the others say something about what this browser may see. */
export const isOutage = (failure: ProbeFailure): boolean =>
  failure.kind === 'timeout' || failure.kind === 'unreachable' || failure.kind === 'http-status'

const find = (endpoint: 'health' | 'metrics') =>
  rule({
    kind: 'failing',
    on: endpoint,
    rollUp: 'quorum',
    find: (pod) => {
      // Two rows share this kind: the one whose endpoint does not stand for the pod's life keeps out.
      if (lifeEndpoint(pod) !== endpoint) return NO_OPINION
      const result = pod.tracks[endpoint]?.result
      if (result === undefined || result.ok || !isOutage(result.error)) return null
      return { light: 'red', part: { kind: 'failing', failure: result.error } }
    },
  })

/** A pod whose health endpoint gives no answer is out. */
export const failing = find('health')

/** The same for a pod that has no health endpoint: its metrics page stands for its life. */
export const failingScrape = find('metrics')
