import { isKind } from '#src/domain/pattern/isKind.ts'
import type { Case } from './case.ts'
import type { Carried } from './finding.ts'
import { lastLevels } from './lastLevels.ts'

const most = (shares: readonly (number | null)[]): number | null =>
  shares.reduce((a, b) => (a === null || b === null ? (a ?? b) : Math.max(a, b)), null)

/** Who carries the load of whom, as the gravest reasons tell it; null where none does. */
export function carriedBy(seen: Case): Carried | null {
  for (const reason of seen.reasons) {
    if (reason.light !== seen.light || !isKind(reason, 'load')) continue
    const out = reason.about?.out.map(({ pod }) => pod) ?? []
    const wasFull = new Set(lastLevels(seen).map(({ pod }) => pod))
    const busy = most(reason.pods.map((pod) => pod.busy))
    const drops = most(reason.pods.map((pod) => pod.drops))
    return {
      out,
      full: [...(reason.about?.saturated ?? []), ...out.filter((pod) => wasFull.has(pod))],
      by: reason.pods.map(({ pod }) => pod),
      share: Math.min(
        1,
        reason.pods.reduce((sum, { share }) => sum + share, 0),
      ),
      drops: drops !== null && drops > seen.policy.errorsOrange ? drops : null,
      left: busy === null ? null : Math.max(0, 1 - busy),
    }
  }
  return null
}
