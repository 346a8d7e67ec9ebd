import { type FleetNames, serviceCalled } from './fleetNames.ts'

/**
 * The parts of a check's path that may name a service: the names of a path (`dependencies / inventory`), and of each what
 * stands between colons (`http:inventory`; health+json writes `component:measurement`).
 */
const partsOf = (check: string): readonly string[] => check.split(' / ').flatMap((name) => name.split(':'))

/**
 * What a service needs, by name and without repetition: first what the fleet file declares, as it stands there, also of
 * what is not in the fleet, then the services of the fleet that its health checks name. Never itself.
 *
 * `checkNames`: names or paths of checks as health answers write them.
 */
export function dependencyNames(
  service: { readonly name: string; readonly dependsOn: readonly string[] },
  checkNames: readonly string[],
  fleet: FleetNames,
): string[] {
  const named = checkNames.flatMap(partsOf).flatMap((part) => serviceCalled(part, fleet) ?? [])
  return [...new Set([...service.dependsOn, ...named])].filter((name) => name !== service.name)
}
