import { affecting, type Needs } from './affecting.ts'
import { byName, bySuspicion } from './bySuspicion.ts'
import { towardsRoot } from './towardsRoot.ts'
import type { Trouble } from './trouble.ts'

/** Where a service stands among those that it needs and that need it. All are names. */
export type Place = {
  /** What it needs and is red now, whatever the reason, what began earliest first. */
  readonly redDependencies: readonly string[]
  /** The suspected root it is shown under; null: it stands for itself. */
  readonly root: string | null
  /** From what it needs itself to the root: `['basket', 'stock', 'prices']`. Empty without a root. */
  readonly via: readonly string[]
  /** Of a root: the services shown under it, the nearest first, then what began earliest, then by name. */
  readonly affected: readonly string[]
  /** Names that it needs and that are neither in the fleet nor declared external, … */
  readonly missing: readonly string[]
  /** … and services of the fleet that it needs and that never answered; both by name. */
  readonly silent: readonly string[]
}

/** A service and where it is shown: `via` is nearest first. */
type Shown = { readonly trouble: Trouble; readonly via: readonly string[] }

const nearestFirst = (a: Shown, b: Shown): number =>
  a.via.length - b.via.length ||
  a.trouble.since - b.trouble.since ||
  byName(a.trouble.service, b.trouble.service)

/** What each service needs of the fleet. That a service needs itself says nothing. */
function needsOf(byTheirName: ReadonlyMap<string, Trouble>): Needs {
  const needs = new Map<Trouble, readonly Trouble[]>()
  for (const service of byTheirName.values()) {
    const needed = [...new Set(service.dependsOn)].flatMap((name) => byTheirName.get(name) ?? [])
    needs.set(service, needed.filter((one) => one !== service).toSorted(bySuspicion))
  }
  return needs
}

/** The ways of all explained services to their roots, and under each root's name what is shown there. */
function shownUnder(steps: ReadonlyMap<Trouble, Trouble>): {
  readonly ways: ReadonlyMap<Trouble, readonly string[]>
  readonly under: ReadonlyMap<string, readonly Shown[]>
} {
  const ways = new Map<Trouble, readonly string[]>()
  const under = new Map<string, Shown[]>()
  for (const [trouble, next] of steps) {
    const via = [next.service, ...(ways.get(next) ?? [])]
    ways.set(trouble, via)
    const root = via.at(-1) ?? next.service
    const known = under.get(root)
    if (known === undefined) under.set(root, [{ trouble, via }])
    else known.push({ trouble, via })
  }
  return { ways, under }
}

/**
 * Who stands for itself and who is shown under whom, for every service of the fleet, by name.
 *
 * A service that is orange or red is *affected* by one it needs that is at least as bad, did not clearly begin later, and
 * whose trouble its callers feel (or which is itself affected), unless it has a reason of its own that no dependency
 * explains. The end of that way is the suspected root. Of several that explain it the way goes on with the worst, then the
 * earliest, then by name; in a circle one stands and the others are under it. Green and grey services are neither.
 *
 * `external`: names that are known not to be in the fleet. The order of `services` changes nothing. Takes time in
 * proportion to services and dependencies, and to the length of the ways that it tells.
 */
export function cascade(
  services: readonly Trouble[],
  external: ReadonlySet<string>,
): ReadonlyMap<string, Place> {
  const fleet = new Map(services.map((service) => [service.service, service]))
  const needs = needsOf(fleet)
  const { ways, under } = shownUnder(towardsRoot(affecting(needs)))
  const places = new Map<string, Place>()
  for (const [service, needed] of needs) {
    const via = ways.get(service) ?? []
    const shown = under.get(service.service)?.toSorted(nearestFirst) ?? []
    const foreign = new Set(service.dependsOn.filter((name) => !fleet.has(name) && !external.has(name)))
    places.set(service.service, {
      redDependencies: needed.filter(({ light }) => light === 'red').map((one) => one.service),
      root: via.at(-1) ?? null,
      via,
      affected: shown.map(({ trouble }) => trouble.service),
      missing: [...foreign].toSorted(byName),
      silent: needed
        .filter(({ everAnswered }) => !everAnswered)
        .map((one) => one.service)
        .toSorted(byName),
    })
  }
  return places
}
