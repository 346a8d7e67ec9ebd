import type { Pattern } from '#src/domain/pattern/pattern.ts'
import type { Case } from './case.ts'

/** Kinds that any roll-out shows while it lasts: they say nothing against a start that is only slow. */
const OF_ANY_ROLLOUT: ReadonlySet<string> = new Set(['warm-up', 'versions-disagree', 'stale-entry'])

/** The warm-up of pods, where it is all that ails a service: else null. */
export function warmsUp({ patterns, reasons, light }: Case): Pattern<'warm-up'> | null {
  const isAll = reasons.every((reason) => reason.light !== light || OF_ANY_ROLLOUT.has(reason.kind))
  return (isAll ? patterns.find((pattern) => pattern.kind === 'warm-up') : undefined) ?? null
}
