import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import { type Light, lightRank } from '#src/domain/verdict/light.ts'
import type { Trouble } from './trouble.ts'

/** Services and those that each of them needs, the most suspect first. */
export type Needs = ReadonlyMap<Trouble, readonly Trouble[]>

/**
 * How far apart one and the same trouble is noticed in two services: endpoints are asked at intervals of up to a minute,
 * a bad answer is confirmed by a second, and a rate needs two scrapes. What began later than that came afterwards.
 */
const NOTICED_WITHIN: DurationMs = minutes(10)

const isTroubled = ({ light }: { readonly light: Light }): boolean => light === 'red' || light === 'orange'

const earliest = ({ since, sinceBetween }: Trouble): number => sinceBetween?.[0] ?? since
const latest = ({ since, sinceBetween }: Trouble): number => sinceBetween?.[1] ?? since

/** Whether the trouble of `needed` is grave and early enough to be behind that of `service`, which is orange or red. */
const mayExplain = (needed: Trouble, service: Trouble): boolean =>
  lightRank(needed.light) <= lightRank(service.light) && earliest(needed) <= latest(service) + NOTICED_WITHIN

/** Each service's callers, among `needs`. */
function callersOf(needs: Needs): Map<Trouble, Trouble[]> {
  const callers = new Map<Trouble, Trouble[]>()
  for (const [service, needed] of needs) {
    for (const one of needed) {
      const known = callers.get(one)
      if (known === undefined) callers.set(one, [service])
      else known.push(service)
    }
  }
  return callers
}

/** The services whose trouble is felt by their callers: by itself, or handed on from what they need themselves. */
function felt(needs: Needs): ReadonlySet<Trouble> {
  const callers = callersOf(needs)
  const reached = new Set([...callers.keys()].filter(({ hurtsCallers }) => hurtsCallers))
  // A set that grows while it is walked: what is added is walked too, once.
  for (const service of reached) for (const caller of callers.get(service) ?? []) reached.add(caller)
  return reached
}

/**
 * Of all that each service needs, what explains its trouble. Nothing explains a service that is green or grey, or that
 * has an independent reason; nothing is explained by one that is green or grey, that is not as bad, or that clearly began
 * later. A service that is explained by nothing is left out. Keeps the order.
 */
export function affecting(needs: Needs): Needs {
  const suspects = new Map<Trouble, readonly Trouble[]>()
  for (const [service, needed] of needs) {
    if (!isTroubled(service) || service.independent) continue
    const grave = needed.filter((one) => mayExplain(one, service))
    if (grave.length > 0) suspects.set(service, grave)
  }
  const isFelt = felt(suspects)
  const explained = new Map<Trouble, readonly Trouble[]>()
  for (const [service, needed] of suspects) {
    const behind = needed.filter((one) => isFelt.has(one))
    if (behind.length > 0) explained.set(service, behind)
  }
  return explained
}
