import type { FleetRule } from '#src/domain/verdict/fleetRule.ts'

/**
 * It depends on, or routes to, a service that is not in the fleet, or that never answered since it is watched: a name
 * that was forgotten when the service went, or misspelt. What is outside the fleet on purpose is named in the fleet file.
 */
export const staleEntry: FleetRule = {
  kind: 'stale-entry',
  reads: ['dependencies'],
  orange: [],
  red: [],
  find: ({ missing, silent, ofPods }, since) => {
    if (missing.length + silent.length === 0) return null
    const about = { missing, silent }
    return { kind: 'stale-entry', light: 'orange', since, already: true, ofPods, pods: [], about }
  },
}
