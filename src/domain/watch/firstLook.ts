import type { PodFacts } from '#src/domain/verdict/podFacts.ts'

/**
 * Whether a pod was asked for all that its light needs, and answered or failed at least once. Readiness and metrics
 * are not waited for where health fails: of a pod that hangs nothing else is asked.
 */
export function wasLookedAt({ service, tracks }: PodFacts): boolean {
  const { health, ready, metrics } = service.endpoints
  const hasMetrics = metrics === false || tracks.metrics !== null
  if (tracks.health === null) return health === false && hasMetrics
  const { result, lastReading } = tracks.health
  if (result.ok) return typeof ready !== 'string' || tracks.ready !== null
  return result.error.kind !== 'not-found' || lastReading !== null || hasMetrics
}
