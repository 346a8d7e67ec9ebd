import type { FleetRule } from '#src/domain/verdict/fleetRule.ts'

/** A service that it needs is red: its own callers may feel that next. */
export const dependency: FleetRule = {
  kind: 'dependency',
  reads: ['dependencies'],
  orange: [],
  red: [],
  find: ({ redDependencies, sinceOf, ofPods }) => {
    if (redDependencies.length === 0) return null
    const on = redDependencies.map((service) => ({ service, since: sinceOf(service) }))
    const since = Math.min(...on.map((one) => one.since))
    return { kind: 'dependency', light: 'orange', since, ofPods, pods: [], about: { on } }
  },
}
