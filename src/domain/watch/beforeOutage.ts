import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
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
  /** What failed. */
  readonly endpoint: Endpoint
}

/** Whether an answer is a failure that was not so before: one that only goes on changes nothing. */
export function isNewFailure({ tracks }: PodFacts, { endpoint, result }: ProbeEnded): boolean {
  const before = tracks[endpoint]?.result
  if (result.ok) return false
  return before === undefined || before.ok || JSON.stringify(before.error) !== JSON.stringify(result.error)
}

const outageLight = ({ conditions }: PodFacts): Light | null => conditions.get('failing')?.light ?? null

/** Whether a failure that only went on has confirmed what was not believed before: that must be taken back as well. */
export const hasConfirmed = (was: PodFacts, is: PodFacts): boolean => outageLight(was) !== outageLight(is)

/** The notes after an answer: what answers again was not out with the others, whatever comes of them. */
export const withoutAnswered = (notes: Stood[], { pod, endpoint }: ProbeEnded): Stood[] =>
  notes.some((note) => note.facts.pod.name === pod)
    ? notes.filter((note) => note.facts.pod.name !== pod || note.endpoint !== endpoint)
    : notes

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
