import { byName } from './bySuspicion.ts'
import type { Place } from './cascade.ts'

/** The first red service that a place leans on, and the way from there to what is behind it. */
function wayOf({ redDependencies }: Place, places: ReadonlyMap<string, Place>): readonly string[] {
  const [first] = redDependencies
  return first === undefined ? [] : [first, ...(places.get(first)?.via ?? [])]
}

/**
 * Shows services that are well themselves, and need one that is red, under the root of that one's trouble, behind those
 * that are affected. What is `isWell` has no place under a root yet.
 */
export function withThreatened(
  places: ReadonlyMap<string, Place>,
  isWell: (service: string) => boolean,
): ReadonlyMap<string, Place> {
  const all = new Map(places)
  const threatened = new Map<string, string[]>()
  for (const [service, place] of places) {
    const via = isWell(service) ? wayOf(place, places) : []
    const root = via.at(-1)
    if (root === undefined || root === service) continue
    all.set(service, { ...place, root, via })
    threatened.set(root, [...(threatened.get(root) ?? []), service])
  }
  for (const [root, services] of threatened) {
    const place = all.get(root)
    if (place === undefined) continue
    all.set(root, { ...place, affected: [...place.affected, ...services.toSorted(byName)] })
  }
  return all
}
