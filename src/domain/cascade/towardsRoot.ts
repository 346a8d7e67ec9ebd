import type { Needs } from './affecting.ts'
import { bySuspicion } from './bySuspicion.ts'
import { cycles } from './cycles.ts'
import type { Trouble } from './trouble.ts'

/** Of services that explain one another the one that is felt and most suspect: whatever else is in the circle, it stands. */
function headOf(circle: readonly Trouble[]): readonly Trouble[] {
  const order = circle.toSorted(
    (a, b) => Number(b.hurtsCallers) - Number(a.hurtsCallers) || bySuspicion(a, b),
  )
  return order.slice(0, 1)
}

/**
 * From each explained service to the one it is explained by: on the way that ends at a suspected root, never in a
 * circle. It is the most suspect of what explains it, except within a circle of services that explain one another: there
 * every step is one nearer to the way out, or, where there is none, to the head of the circle.
 * An entry comes after that of the service it leads to.
 */
export function towardsRoot(explained: Needs): ReadonlyMap<Trouble, Trouble> {
  const steps = new Map<Trouble, Trouble>()
  for (const circle of cycles(explained)) {
    const inside = new Set(circle)
    for (const service of circle) {
      const out = explained.get(service)?.find((one) => !inside.has(one))
      if (out !== undefined) steps.set(service, out)
    }
    const exits = circle.filter((service) => steps.has(service))
    stepInwards(circle, exits.length > 0 ? exits : headOf(circle), explained, steps)
  }
  return steps
}

/** Gives every service of a circle its step towards the nearest of `ends`, ring by ring around them. */
function stepInwards(
  circle: readonly Trouble[],
  ends: readonly Trouble[],
  explained: Needs,
  steps: Map<Trouble, Trouble>,
): void {
  if (ends.length === circle.length) return
  const callers = new Map(circle.map((service): [Trouble, Trouble[]] => [service, []]))
  for (const service of circle) {
    for (const one of explained.get(service) ?? []) callers.get(one)?.push(service)
  }
  const settled = new Set(ends)
  for (let ring = ends; ring.length > 0;) {
    const next = new Set(ring.flatMap((service) => callers.get(service) ?? []))
    const around = [...next].filter((service) => !settled.has(service))
    for (const service of around) {
      const nearer = explained.get(service)?.find((one) => settled.has(one))
      if (nearer !== undefined) steps.set(service, nearer)
    }
    for (const service of around) settled.add(service)
    ring = around
  }
}
