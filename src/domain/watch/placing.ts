import { cascade, type Place } from '#src/domain/cascade/cascade.ts'
import type { FleetNames } from '#src/domain/cascade/fleetNames.ts'
import type { Trouble } from '#src/domain/cascade/trouble.ts'
import { withThreatened } from '#src/domain/cascade/withThreatened.ts'
import { troubleOf } from '#src/domain/cascade/troubleOf.ts'
import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { ServiceVerdict } from '#src/domain/verdict/rollUp.ts'
import { neededBy } from './needs.ts'
import type { Watched } from './watched.ts'

/** A service that has not answered by then is not there: it may have been deployed just before it was looked at. */
const NEVER_AFTER: DurationMs = hours(1)

const hasAnswered = ({ tracks: { health, metrics } }: PodFacts): boolean =>
  (health?.lastReading ?? metrics?.lastReading ?? null) !== null

const isAwaited = ({ watchedSince }: PodFacts, now: EpochMs): boolean =>
  watchedSince === null || now - watchedSince < NEVER_AFTER

const sameBegin = (a: Trouble, b: Trouble): boolean =>
  a.since === b.since &&
  a.sinceBetween?.[0] === b.sinceBetween?.[0] &&
  a.sinceBetween?.[1] === b.sinceBetween?.[1]

const sameTrouble = (a: Trouble | null, b: Trouble): boolean =>
  a !== null &&
  a.light === b.light &&
  sameBegin(a, b) &&
  a.dependsOn === b.dependsOn &&
  a.independent === b.independent &&
  a.hurtsCallers === b.hurtsCallers &&
  a.everAnswered === b.everAnswered

/** Takes in a service's new verdict; answers whether it changes anything for the others. */
export function noteTrouble(
  watched: Watched,
  { light, reasons }: ServiceVerdict,
  names: FleetNames,
  now: EpochMs,
): boolean {
  const pods = [...watched.pods.values()]
  watched.needed = neededBy(watched, names)
  const trouble = troubleOf(
    {
      service: watched.service.name,
      light,
      reasons,
      dependsOn: watched.needed.names,
      everAnswered: pods.length === 0 || pods.some((pod) => hasAnswered(pod) || isAwaited(pod, now)),
    },
    now,
  )
  const isSame = sameTrouble(watched.trouble, trouble)
  if (!isSame) watched.trouble = trouble
  return !isSame
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i])

const samePlace = (a: Place, b: Place): boolean =>
  a.root === b.root &&
  sameNames(a.via, b.via) &&
  sameNames(a.affected, b.affected) &&
  sameNames(a.redDependencies, b.redDependencies) &&
  sameNames(a.missing, b.missing) &&
  sameNames(a.silent, b.silent)

/**
 * Finds anew where each service stands among the others, and gives those that stand elsewhere than before. To be asked
 * after a trouble has changed.
 */
export function placeAnew(services: Iterable<Watched>, external: ReadonlySet<string>): Watched[] {
  const all = [...services]
  const troubles = all.flatMap(({ trouble }) => trouble ?? [])
  const well = new Set(troubles.flatMap(({ light, service }) => (light === 'green' ? [service] : [])))
  const places = withThreatened(cascade(troubles, external), (service) => well.has(service))
  return all.filter((watched) => {
    const place = places.get(watched.service.name)
    if (place === undefined || (watched.place !== null && samePlace(watched.place, place))) return false
    watched.place = place
    return true
  })
}
