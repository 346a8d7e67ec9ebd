import { byName } from '#src/domain/cascade/bySuspicion.ts'
import { type Light, lightRank } from '#src/domain/verdict/light.ts'
import type { Need, Neighbour, Surroundings } from './surroundings.ts'

/** What has to be known of each service of the fleet. */
export type NeedFacts = {
  readonly name: string
  readonly light: Light
  /** What the fleet file says that it needs. */
  readonly dependsOn: readonly string[]
  /** All that it needs, also what its health checks name. */
  readonly needs: readonly string[]
}

/** How far from the service. */
const STEPS = 2
/** More cannot be laid out so that a person can read them. */
const MOST = 40

type Fleet = {
  readonly facts: ReadonlyMap<string, NeedFacts>
  readonly callers: ReadonlyMap<string, readonly string[]>
  readonly external: ReadonlySet<string>
}

const needsOf = ({ name, dependsOn, needs }: NeedFacts): readonly string[] =>
  [...new Set([...dependsOn, ...needs])].filter((other) => other !== name)

function fleetOf(services: readonly NeedFacts[], external: ReadonlySet<string>): Fleet {
  const callers = new Map<string, string[]>()
  for (const service of services) {
    for (const needed of needsOf(service)) {
      const known = callers.get(needed)
      if (known === undefined) callers.set(needed, [service.name])
      else known.push(service.name)
    }
  }
  return { facts: new Map(services.map((one) => [one.name, one])), callers, external }
}

/** Every name within two steps, with how many steps it takes. */
function reached(from: string, next: (name: string) => readonly string[]): ReadonlyMap<string, number> {
  const found = new Map([[from, 0]])
  // A map that grows while it is walked: what is added is walked too, once.
  for (const [name, steps] of found) {
    if (steps === STEPS) continue
    for (const other of next(name)) if (!found.has(other)) found.set(other, steps + 1)
  }
  return found
}

function neighbourOf(name: string, { facts, external }: Fleet): Neighbour {
  const known = facts.get(name)
  if (known !== undefined) return { name, light: known.light, kind: 'service' }
  return { name, light: null, kind: external.has(name) ? 'external' : 'missing' }
}

/** What stands for nothing is no worse than green: it has no light. */
const rankOf = ({ light }: Neighbour): number => (light === null ? lightRank('green') + 1 : lightRank(light))

const keyOf = ({ from, to }: Need): string => JSON.stringify([from, to])

/** Of one direction: what is needed by what, as far as both ends are within it. */
function needsWithin(within: ReadonlySet<string>, { facts }: Fleet): Need[] {
  return [...within].flatMap((from): Need[] => {
    const its = facts.get(from)
    if (its === undefined) return []
    const declared = new Set(its.dependsOn)
    return needsOf(its)
      .filter((to) => within.has(to))
      .map((to) => ({ from, to, by: declared.has(to) ? 'fleet-file' : 'health-check' }))
  })
}

/**
 * What a service needs, and what needs it, two steps in each direction, with every need among those of one direction; null
 * when there is no such service. The service itself is the first of the neighbours, then come the nearest and of those the
 * worst; more than 40 are counted. `external`: names of what the fleet file declares to be outside of the fleet.
 */
export function surroundingsOf(
  services: readonly NeedFacts[],
  external: ReadonlySet<string>,
  name: string,
): Pick<Surroundings, 'needs' | 'neighbours' | 'leftOut'> | null {
  const fleet = fleetOf(services, external)
  if (!fleet.facts.has(name)) return null
  const down = reached(name, (one) => {
    const its = fleet.facts.get(one)
    return its === undefined ? [] : needsOf(its)
  })
  const up = reached(name, (one) => fleet.callers.get(one) ?? [])
  const stepsTo = (other: string): number => Math.min(down.get(other) ?? STEPS, up.get(other) ?? STEPS)
  const all = [...new Set([...down.keys(), ...up.keys()])].map((other) => neighbourOf(other, fleet))
  const sorted = all.toSorted(
    (a, b) => stepsTo(a.name) - stepsTo(b.name) || rankOf(a) - rankOf(b) || byName(a.name, b.name),
  )
  // The service itself is the first.
  const kept = new Set(sorted.slice(0, MOST + 1).map((one) => one.name))
  const within = (way: ReadonlyMap<string, number>): ReadonlySet<string> =>
    new Set([...way.keys()].filter((other) => kept.has(other)))
  const needs = new Map(
    // Only in a circle is one and the same need in both directions.
    [down, up].flatMap((way) => needsWithin(within(way), fleet)).map((need) => [keyOf(need), need]),
  )
  const leftOut = all.length - kept.size
  return {
    needs: [...needs.values()],
    neighbours: sorted.slice(0, MOST + 1),
    ...(leftOut === 0 ? {} : { leftOut }),
  }
}
