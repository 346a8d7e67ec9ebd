import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { ProbeEnded } from './observation.ts'

/**
 * What stood before a probe failed: its service's row, its pod's facts. Kept for as long as it may turn out that the
 * failure was this browser's own, for then it must have changed nothing that is shown.
 */
export type Stood = {
  /** When the failure was told. */
  readonly at: EpochMs
  readonly row: ServiceRow | null
  readonly facts: PodFacts
}

/** Whether an answer is a failure that was not so before: one that only goes on changes nothing. */
export function isNewFailure({ tracks }: PodFacts, { endpoint, result }: ProbeEnded): boolean {
  const before = tracks[endpoint]?.result
  if (result.ok) return false
  return before === undefined || before.ok || JSON.stringify(before.error) !== JSON.stringify(result.error)
}

/** The notes after one more, oldest first. Old ones are dropped now and then: each time would cost a copy a failure. */
export function noteBefore(notes: Stood[], stood: Stood, cycle: DurationMs): Stood[] {
  const [oldest] = notes
  const kept =
    oldest !== undefined && oldest.at < stood.at - 2 * cycle
      ? notes.filter(({ at }) => at >= stood.at - cycle)
      : notes
  kept.push(stood)
  return kept
}

/** The row as it stood before the first failure from `since` on; null where none failed. */
export const rowBefore = (notes: readonly Stood[], since: EpochMs): ServiceRow | null =>
  notes.find(({ at }) => at >= since)?.row ?? null

/** Each pod as it stood before its first failure from `since` on. */
export function podsBefore(notes: readonly Stood[], since: EpochMs): ReadonlyMap<string, PodFacts> {
  const pods = new Map<string, PodFacts>()
  for (const { at, facts } of notes) {
    if (at >= since && !pods.has(facts.pod.name)) pods.set(facts.pod.name, facts)
  }
  return pods
}
