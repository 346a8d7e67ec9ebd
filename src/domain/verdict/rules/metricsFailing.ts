import { lifeEndpoint } from '#src/domain/verdict/podFacts.ts'
import { rule } from '#src/domain/verdict/rule.ts'

/**
 * Health answers, metrics do not: the signals are blind. A pod that has no metrics endpoint is no fault,
 * and one that is down altogether has its own reason.
 */
export const metricsFailing = rule({
  kind: 'metrics-failing',
  on: 'metrics',
  find: (pod) => {
    const result = pod.tracks.metrics?.result
    if (result === undefined || result.ok || lifeEndpoint(pod) === 'metrics') return null
    if (result.error.kind === 'not-found' || pod.tracks.health?.result.ok !== true) return null
    return { light: 'orange', part: { kind: 'metrics-failing', failure: result.error } }
  },
})
