import { driftsNow } from '#src/domain/drift/following.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import type { Watch } from './watch.ts'

/** Starts that are this near are one: who remembers them may read another clock. */
const SAME_START: DurationMs = minutes(2)

function withRestarts(pod: PodFacts, remembered: readonly number[]): PodFacts {
  const { restarts } = pod
  const isKnown = (at: number): boolean => restarts.some((known) => Math.abs(known - at) <= SAME_START)
  const more = remembered.filter((at) => !isKnown(at))
  return more.length === 0 ? pod : { ...pod, restarts: [...restarts, ...more].toSorted((a, b) => a - b) }
}

/**
 * Tells the pods of a watch of the restarts that are remembered, and of their drifts, after more of the past has become
 * known: a restart of last night was seen by nobody here, and no page may come for a while.
 */
export function recallPast(watch: Watch): void {
  const { marks } = watch.memory
  marks.noteNamed(watch.fleet.services, watch.latest)
  for (const [name, service] of watch.services) {
    for (const [pod, facts] of service.pods) {
      const remembered = marks.marksOf(name, pod).flatMap(({ kind, at }) => (kind === 'restart' ? [at] : []))
      const restarted = withRestarts(facts, remembered)
      const drifts = driftsNow(watch.memory, restarted)
      if (restarted === facts && drifts.length + facts.drifts.length === 0) continue
      service.pods.set(pod, { ...restarted, drifts })
      service.dirty = true
    }
  }
}
