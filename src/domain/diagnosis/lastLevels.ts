import { isKind } from '#src/domain/pattern/isKind.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { isRead, metricsForgotten, type PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { LEVEL_SIGNALS, levelOf } from '#src/domain/verdict/rules/level.ts'
import type { Case } from './case.ts'
import type { Level } from './finding.ts'

/** A signal of a pod that was near its limit when it was last read. */
export type LastLevel = Level & { readonly pod: string; readonly signal: Signal }

/** The pods that are out or full, and those that carry their load: what else ails them is told by that one reason. */
function podsIn(reason: Reason): readonly string[] {
  const names = reason.pods.map(({ pod }) => pod)
  if (!isKind(reason, 'load')) return isKind(reason, 'failing') ? names : []
  return [...(reason.about?.out.map(({ pod }) => pod) ?? []), ...(reason.about?.saturated ?? []), ...names]
}

function levelsOf(facts: PodFacts, { policy, now }: Pick<Case, 'policy' | 'now'>): readonly LastLevel[] {
  const { metrics } = facts.tracks
  if (metricsForgotten(facts, now)) return []
  const readAt = isRead(metrics, now) ? null : (metrics?.lastReading?.at ?? null)
  return LEVEL_SIGNALS.flatMap((signal): LastLevel[] => {
    const share = levelOf(facts, signal)?.share ?? 0
    return share > policy.levelOrange ? [{ pod: facts.pod.name, signal, share, readAt }] : []
  })
}

/**
 * What pods that do not answer, and those that carry their load, are near their limits of, as they told it last: a pod that
 * hangs is often full, and its levels are no reasons of their own any more. None where that is more than a day ago.
 */
export function lastLevels(seen: Pick<Case, 'reasons' | 'pods' | 'policy' | 'now'>): readonly LastLevel[] {
  const names = new Set(seen.reasons.flatMap(podsIn))
  return seen.pods.filter(({ pod }) => names.has(pod.name)).flatMap((pod) => levelsOf(pod, seen))
}
