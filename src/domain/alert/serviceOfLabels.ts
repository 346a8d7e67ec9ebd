import type { FleetNames } from '#src/domain/cascade/fleetNames.ts'
import { nameWords } from '#src/domain/cascade/nameWords.ts'
import type { Labels } from '#src/domain/exposition/exposition.ts'

/** The names of a fleet's services as labels may write them. */
export type ServiceNames = { readonly exact: ReadonlySet<string>; readonly fleet: FleetNames }

/** A Prometheus operator writes jobs as `namespace/name`. */
const lastPart = (value: string): string => value.slice(value.lastIndexOf('/') + 1)

function serviceNamed(value: string, { exact, fleet }: ServiceNames): string | null {
  if (exact.has(value)) return value
  const part = lastPart(value)
  if (exact.has(part)) return part
  return fleet.whole.get(nameWords(part).join('')) ?? null
}

/**
 * The service of the fleet that an alert is about: of the labels that may name it, in their order, the first whose value
 * does. As it stands, else its part behind the last slash, else whatever its case, hyphens and underscores; a value that
 * may be two services is none. Null where no label names one.
 */
export function serviceOfLabels(
  labels: Labels,
  serviceLabels: readonly string[],
  names: ServiceNames,
): string | null {
  for (const label of serviceLabels) {
    const value = labels[label]
    const found = value === undefined ? null : serviceNamed(value, names)
    if (found !== null) return found
  }
  return null
}
