import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import type { Target } from './target.ts'

/** How long "there is none" is believed before the usual paths are tried again. */
export const LOOK_AGAIN: DurationMs = minutes(5)

/** What is known of where a service has an endpoint. */
export type PathState =
  | { readonly kind: 'known'; readonly path: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'none'; readonly tried: readonly string[]; readonly since: DurationMs }

/** Remembers where the endpoints are: once a service, because its pods are the same program. */
export type PathBook = {
  of(target: Target, now: DurationMs): PathState
  write(target: Target, state: PathState): void
}

const keyOf = ({ service, endpoint }: Target): string => `${endpoint} ${service.name}`

/** An empty book. Paths that the fleet file gives are known from the start; `now` is monotonic. */
export function pathBook(): PathBook {
  const found = new Map<string, PathState>()
  return {
    of: (target, now) => {
      const given = target.service.endpoints[target.endpoint]
      if (typeof given === 'string') return { kind: 'known', path: given }
      const state = found.get(keyOf(target)) ?? { kind: 'unknown' }
      return state.kind === 'none' && now - state.since >= LOOK_AGAIN ? { kind: 'unknown' } : state
    },
    write: (target, state) => {
      found.set(keyOf(target), state)
    },
  }
}
