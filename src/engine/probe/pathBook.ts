import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Target } from './target.ts'

/** How long "there is none" is believed before the usual paths are tried again. */
export const LOOK_AGAIN: DurationMs = minutes(5)

/** How long siblings wait for the one that looks. A pod that hangs finds nothing, and must not hold the others up. */
const PATIENCE: DurationMs = seconds(1)

/** What is known of where a pod has an endpoint. */
export type PathState =
  | { readonly kind: 'known'; readonly path: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'looking'; readonly since: DurationMs }
  | { readonly kind: 'none'; readonly tried: readonly string[]; readonly since: DurationMs }

/**
 * Remembers where the endpoints are: once a service, because its pods are the same program. That there is none
 * is remembered of each pod by itself: a proxy that answers 404 for a pod that is gone says nothing of the others.
 */
export type PathBook = {
  of(target: Target, now: DurationMs): PathState
  write(target: Target, state: PathState): void
}

const keyOf = ({ service, endpoint }: Target): string => `${endpoint} ${service.name}`

/** An empty book. Paths that the fleet file gives are known from the start; `now` is monotonic. */
export function pathBook(): PathBook {
  const shared = new Map<string, PathState>()
  const without = new Map<Target, Extract<PathState, { kind: 'none' }>>()

  const stateOf = (target: Target, now: DurationMs): PathState => {
    const state = shared.get(keyOf(target)) ?? { kind: 'unknown' }
    if (state.kind === 'known') return state
    const none = without.get(target)
    if (none !== undefined && now - none.since < LOOK_AGAIN) return none
    return state.kind === 'looking' && now - state.since >= PATIENCE ? { kind: 'unknown' } : state
  }

  return {
    of: (target, now) => {
      const given = target.service.endpoints[target.endpoint]
      return typeof given === 'string' ? { kind: 'known', path: given } : stateOf(target, now)
    },
    write: (target, state) => {
      if (state.kind === 'none') without.set(target, state)
      // A search that was overtaken by a sibling's finding does not undo it.
      if (shared.get(keyOf(target))?.kind === 'known') return
      shared.set(keyOf(target), state.kind === 'none' ? { kind: 'unknown' } : state)
    },
  }
}
