import { lifeEndpoint } from '#src/domain/verdict/podFacts.ts'
import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/**
 * Health answers, metrics do not: the signals are blind. A pod that has no metrics endpoint is no fault,
 * and one that is down altogether has its own reason, which tells nothing of its metrics.
 */
export const metricsFailing = rule({
  kind: 'metrics-failing',
  on: 'metrics',
  reads: ['metrics'],
  orange: ['worsenAfter'],
  find: (pod) => {
    const result = pod.tracks.metrics?.result
    if (result === undefined) return NO_OPINION
    if (result.ok || result.error.kind === 'not-found' || lifeEndpoint(pod) === 'metrics') return null
    if (pod.tracks.health?.result.ok !== true) return NO_OPINION
    return { light: 'orange', part: { kind: 'metrics-failing', failure: result.error } }
  },
})
