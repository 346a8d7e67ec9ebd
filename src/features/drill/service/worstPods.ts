import type { PodCell } from '#src/domain/digest/digestRow.ts'
import { lightRank } from '#src/domain/verdict/light.ts'

/** Pods with the worst light first, else in the order of the fleet file. */
export const worstPods = (pods: readonly PodCell[]): readonly PodCell[] =>
  pods.toSorted((a, b) => lightRank(a.light) - lightRank(b.light))
