import { type FleetNames, fleetNames, serviceCalled } from '#src/domain/cascade/fleetNames.ts'
import type { HealthCheck, HealthState } from '#src/domain/health/healthReading.ts'

/** A check that complains, and whose name is that of a service. */
export type ComplainingCheck = {
  readonly name: string
  readonly state: HealthState
  readonly message: string | null
}

const WORST: readonly HealthState[] = ['down', 'degraded', 'unknown', 'ok']

function* flat(checks: readonly HealthCheck[]): Generator<HealthCheck> {
  for (const check of checks) {
    yield check
    yield* flat(check.parts)
  }
}

/** health+json writes `component:measurement`, others `http:inventory`. */
function calledIn(name: string, names: FleetNames): string | null {
  for (const part of name.split(':')) {
    const service = serviceCalled(part, names)
    if (service !== null) return service
  }
  return null
}

/**
 * The checks of a health answer that are not well and are called as one of some services: of each service the worst.
 */
export function checksNaming(
  services: readonly string[],
  checks: readonly HealthCheck[],
): ReadonlyMap<string, ComplainingCheck> {
  const names = fleetNames(services)
  const found = new Map<string, ComplainingCheck>()
  for (const { name, state, message } of flat(checks)) {
    const service = state === 'ok' ? null : calledIn(name, names)
    if (service === null) continue
    const before = found.get(service)
    if (before === undefined || WORST.indexOf(state) < WORST.indexOf(before.state))
      found.set(service, { name, state, message })
  }
  return found
}
