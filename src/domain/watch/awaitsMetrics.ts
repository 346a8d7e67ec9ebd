import type { Watch } from './watch.ts'

/**
 * Whether a pod that answers was not asked for its metrics yet: what drifts, and what is near its limit, is known with its
 * first page alone, whatever is remembered of it.
 */
export function awaitsMetrics({ services }: Pick<Watch, 'services'>): boolean {
  for (const { pods } of services.values())
    for (const { service, tracks } of pods.values())
      if (service.endpoints.metrics !== false && tracks.health?.result.ok === true && tracks.metrics === null)
        return true
  return false
}
