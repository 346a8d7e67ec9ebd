import { dependencyNames } from '#src/domain/cascade/dependencyNames.ts'
import type { FleetNames } from '#src/domain/cascade/fleetNames.ts'
import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Watched } from './watched.ts'

function pathsOf(checks: readonly HealthCheck[], above: string): string[] {
  return checks.flatMap(({ name, parts }) => {
    const path = above === '' ? name : `${above} / ${name}`
    return parts.length === 0 ? [path] : pathsOf(parts, path)
  })
}

const checksOf = ({ tracks }: PodFacts): readonly HealthCheck[] =>
  tracks.health?.lastReading?.value.checks ?? []

/** What a service needs, as of the checks that its pods named when it was told last. */
export type Needed = { readonly checks: string; readonly names: readonly string[] }

/**
 * What a service needs: what the fleet file says, and the services that its pods' health checks name. The same object as
 * before where the checks are called as before.
 */
export function neededBy({ service, pods, needed }: Watched, names: FleetNames): Needed {
  const paths = new Set([...pods.values()].flatMap((pod) => pathsOf(checksOf(pod), '')))
  const checks = [...paths].toSorted().join('\n')
  if (needed !== null && needed.checks === checks) return needed
  return { checks, names: dependencyNames(service, [...paths], names) }
}
