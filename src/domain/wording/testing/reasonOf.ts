import { minutes } from '#src/domain/time/units.ts'
import type { PodEvidence, Reason, ReasonKind } from '#src/domain/verdict/reason.ts'

/** 2024-11-21T09:00:00+01:00, a Thursday in Paris. */
export const NOW = 1_732_176_000_000
/** 08:31 that day. */
export const SINCE = NOW - minutes(29)

type Facts<K extends ReasonKind> = Omit<Reason<K>['pods'][number], keyof PodEvidence>

/** A red reason of one kind since 08:31: of how many pods, and the facts of each that it names. */
export function reasonOf<K extends ReasonKind>(
  kind: K,
  ofPods: number,
  pods: Readonly<Record<string, Facts<K>>>,
): Reason
export function reasonOf(kind: string, ofPods: number, facts: Readonly<Record<string, object>>): object {
  const common = { light: 'red', since: SINCE }
  const pods = Object.entries(facts).map(([pod, own]) => Object.assign({ pod }, common, own))
  return { kind, ...common, ofPods, pods }
}
