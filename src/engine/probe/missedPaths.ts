import type { DurationMs } from '#src/domain/time/units.ts'
import { keepKeys, LOOK_AGAIN, sharedKey } from './pathBook.ts'
import type { Target } from './target.ts'

/** What it means that nothing is at a path where the endpoint was found before. */
export type Absence = {
  /** Whether to look for it anew, on behalf of most of the service or of this pod only. */
  readonly look: 'for-most' | 'for-one' | null
  /** Missing for so long that it counts as not there, unless this look finds it. */
  readonly gone: boolean
}

/** Keeps account of pods that have nothing at the path where their service's endpoint was found. */
export type MissedPaths = {
  missed(target: Target, now: DurationMs): Absence
  answered(target: Target): void
  keep(targets: readonly Target[]): void
}

type Missing = { readonly since: DurationMs; lookedAt: DurationMs | null }

/**
 * An endpoint is looked for anew as soon as it is missing in most pods of its service (a deploy moved it), and in
 * a single pod after `LOOK_AGAIN`; in both cases not more often than that.
 */
export function missedPaths(): MissedPaths {
  const services = new Map<string, Map<string, Missing>>()
  const lookedForMost = new Map<string, DurationMs>()

  const missingOf = (target: Target): Map<string, Missing> => {
    const pods = services.get(sharedKey(target)) ?? new Map<string, Missing>()
    services.set(sharedKey(target), pods)
    return pods
  }

  return {
    missed: (target, now) => {
      const pods = missingOf(target)
      const one = pods.get(target.key) ?? { since: now, lookedAt: null }
      pods.set(target.key, one)
      const isLong = now - (one.lookedAt ?? one.since) >= LOOK_AGAIN
      if (isLong) one.lookedAt = now
      const gone = one.lookedAt !== null
      const mostLooked = lookedForMost.get(sharedKey(target)) ?? Number.NEGATIVE_INFINITY
      if (pods.size > target.service.pods.length / 2 && now - mostLooked >= LOOK_AGAIN) {
        lookedForMost.set(sharedKey(target), now)
        return { look: 'for-most', gone }
      }
      return { look: isLong ? 'for-one' : null, gone }
    },
    answered: (target) => {
      services.get(sharedKey(target))?.delete(target.key)
    },
    keep: (targets) => {
      const [keys, shared] = [new Set(targets.map(({ key }) => key)), new Set(targets.map(sharedKey))]
      for (const map of [services, lookedForMost]) keepKeys(map, shared)
      for (const pods of services.values()) keepKeys(pods, keys)
    },
  }
}
