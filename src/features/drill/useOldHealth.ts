import { type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { Detail } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'

type Pod = Detail['pods'][number]

/**
 * Why what a pod's health page told last is not of now. `failed`: its newest probe gave no reading. `unheard`: nobody vouches
 * for it any more, as the watch is silent or blind, or has not asked for long. `at`: when it was told; null where that is not
 * known.
 */
export type OldHealth = { readonly why: 'failed' | 'unheard'; readonly at: EpochMs | null }

/** Tells of a pod's health page why it is not of now; null where it is, and where it was never asked. */
export function useOldHealth(): (pod: Pod) => OldHealth | null {
  const now = useNow(seconds(5))
  const isLive = useWatch(({ source }) => source === 'live')
  const isBlind = useWatch(({ strip }) => (strip?.blind ?? null) !== null)
  return ({ endpoints, healthAt }) => {
    const asked = endpoints.find(({ endpoint }) => endpoint === 'health')
    if (asked === undefined) return null
    const { failure, holdsUntil } = asked
    const at = healthAt ?? (failure === null ? asked.at : null)
    if (!isLive || (holdsUntil ?? Infinity) < now) return { why: 'unheard', at }
    return failure === null ? null : { why: isBlind ? 'unheard' : 'failed', at }
  }
}
