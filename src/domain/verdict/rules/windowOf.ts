import type { DurationMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'

/** Over how long the rates of a pod's newest metrics page were taken; null where it failed, or has none before it. */
export const windowOf = ({ tracks: { metrics }, signals }: PodFacts): DurationMs | null =>
  metrics?.result.ok === true ? (signals?.window ?? null) : null
