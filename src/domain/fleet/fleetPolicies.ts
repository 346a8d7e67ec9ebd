import type { Policy } from '#src/domain/verdict/policy.ts'
import type { AlertLabels } from './alertLabels.ts'
import type { Fleet } from './fleet.ts'

/** The thresholds in force: the fleet's own, and where a service goes by others. */
export type FleetPolicies = {
  readonly fleet: Policy
  /** Only services with thresholds of their own, in the order of the fleet file; only the values that differ. */
  readonly own: readonly { readonly service: string; readonly values: Readonly<Partial<Policy>> }[]
  /** How labels of alerts are read; left out where the fleet file names no Alertmanager. */
  readonly alerts?: AlertLabels
}

/**
 * All thresholds of a fleet, told once: two hundred services that go by the fleet's own take no room. A service whose
 * fleet file writes down what holds for the fleet anyway is not among the exceptions.
 */
export function fleetPolicies({
  policy,
  services,
  sources: { alertmanager },
}: Pick<Fleet, 'policy' | 'services' | 'sources'>): FleetPolicies {
  const shared: ReadonlyMap<string, number> = new Map(Object.entries(policy))
  const own = services.map(({ name, policy: its }) => {
    const differing = Object.entries(its).filter(([threshold, value]) => shared.get(threshold) !== value)
    return { service: name, values: Object.fromEntries(differing) }
  })
  const told = { fleet: policy, own: own.filter(({ values }) => Object.keys(values).length > 0) }
  if (alertmanager === null) return told
  const { serviceLabels, severities } = alertmanager
  return { ...told, alerts: { serviceLabels, severities } }
}
