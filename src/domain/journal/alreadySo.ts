import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'
import type { SaidReason, VerdictMoment } from './verdictMoment.ts'

/** So long it may take after a start until the past of a large fleet is known: only then is it clear how it stood from the first. */
const LEARNED_WITHIN: DurationMs = minutes(5)

/** What is known of by what is remembered, not by how a pod answers. */
const OF_THE_PAST: ReadonlySet<ReasonKind> = new Set(['restarts', 'drift'])

const reasonKey = ({ kind, light, pods }: SaidReason): string => `${kind} ${light} ${pods.join(' ')}`

const wasSo = ({ kind, since }: SaidReason, at: EpochMs): boolean => OF_THE_PAST.has(kind) && since <= at

/**
 * Whether a moment is worse than the one before it, and was so already when that one was told: a pod restarted in the night,
 * which is learned a little after it was seen well. The better word was ignorance then, not how it stood.
 */
export function alreadySo(next: VerdictMoment, last: VerdictMoment, within = LEARNED_WITHIN): boolean {
  if (next.at - last.at >= within || lightRank(next.light) >= lightRank(last.light)) return false
  const known = new Set(last.reasons.map(reasonKey))
  const more = next.reasons.filter((reason) => !known.has(reasonKey(reason)))
  return more.length > 0 && more.every((reason) => wasSo(reason, last.at))
}
