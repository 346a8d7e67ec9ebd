import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Target } from './target.ts'

/** How long "there is none" is believed before the usual paths are tried again. */
export const LOOK_AGAIN: DurationMs = minutes(5)

/** How long siblings wait for the one that looks. A pod that hangs finds nothing, and must not hold the others up. */
const PATIENCE: DurationMs = seconds(1)

/** How a pod's own search ended, and when it began. */
export type Ended =
  | { readonly kind: 'none'; readonly tried: readonly string[]; readonly since: DurationMs }
  /** It is taken up at the first of the paths that are `left`, and begun anew after `LOOK_AGAIN`. */
  | {
      readonly kind: 'halted'
      readonly left: readonly string[]
      readonly tried: readonly string[]
      readonly since: DurationMs
    }

/** What is known of where a pod has an endpoint. `given`: the fleet file says so. */
export type PathState =
  | { readonly kind: 'known'; readonly path: string; readonly given: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'looking' }
  | Ended

/**
 * Remembers where the endpoints are: once a service, because its pods are the same program. How a search ended
 * that found nothing is remembered of each pod by itself: a proxy that answers 404 for a pod that is gone says
 * nothing of the others.
 */
export type PathBook = {
  of(target: Target, now: DurationMs): PathState
  /** A search begins: siblings may wait for what it finds. */
  looking(target: Target, now: DurationMs): void
  /** A search found a path, for the service where none is known yet. */
  found(target: Target, path: string): void
  ended(target: Target, how: Ended): void
  /** The endpoint is at another path than it was: in most pods of the service, or in this one only. */
  moved(target: Target, path: string, most: boolean): void
  /** Forgets all but these. */
  keep(targets: readonly Target[]): void
}

/** What the pods of a service share: the endpoint, and whose it is. */
export const sharedKey = ({ service, endpoint }: Target): string => `${endpoint} ${service.name}`

/** Forgets the entries of whatever is not there any more. */
export function keepKeys(book: Map<string, unknown> | Set<string>, keys: ReadonlySet<string>): void {
  for (const key of book.keys()) if (!keys.has(key)) book.delete(key)
}

/** An empty book. Paths that the fleet file gives are known from the start; `now` is monotonic. */
export function pathBook(): PathBook {
  const shared = new Map<string, string>()
  /** Of pods that differ from most of their service, as they do in a rolling deploy. */
  const own = new Map<string, { readonly path: string; readonly service: string }>()
  const ends = new Map<string, Ended>()
  const lookingSince = new Map<string, DurationMs>()

  const searchOf = (target: Target, now: DurationMs): PathState => {
    const end = ends.get(target.key)
    if (end !== undefined && now - end.since < LOOK_AGAIN) return end
    const since = lookingSince.get(sharedKey(target)) ?? Number.NEGATIVE_INFINITY
    return { kind: now - since < PATIENCE ? 'looking' : 'unknown' }
  }

  return {
    of: (target, now) => {
      const given = target.service.endpoints[target.endpoint]
      if (typeof given === 'string') return { kind: 'known', path: given, given: true }
      const path = own.get(target.key)?.path ?? shared.get(sharedKey(target))
      return path === undefined ? searchOf(target, now) : { kind: 'known', path, given: false }
    },
    looking: (target, now) => {
      lookingSince.set(sharedKey(target), now)
    },
    found: (target, path) => {
      const key = sharedKey(target)
      // A search that was overtaken by a sibling's finding does not undo it.
      if (!shared.has(key)) shared.set(key, path)
      else if (shared.get(key) !== path) own.set(target.key, { path, service: key })
      lookingSince.delete(key)
    },
    ended: (target, how) => {
      ends.set(target.key, how)
      lookingSince.delete(sharedKey(target))
    },
    moved: (target, path, most) => {
      const key = sharedKey(target)
      if (!most) {
        own.set(target.key, { path, service: key })
        return
      }
      shared.set(key, path)
      for (const [pod, { service }] of own) if (service === key) own.delete(pod)
    },
    keep: (targets) => {
      const [keys, services] = [new Set(targets.map(({ key }) => key)), new Set(targets.map(sharedKey))]
      for (const map of [own, ends]) keepKeys(map, keys)
      for (const map of [shared, lookingSince]) keepKeys(map, services)
    },
  }
}
