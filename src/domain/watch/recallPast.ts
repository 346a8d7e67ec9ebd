import { driftsNow } from '#src/domain/drift/following.ts'
import { SAME_START, withoutDeploys } from '#src/domain/drift/withoutDeploys.ts'
import type { PodLife, StartMark } from '#src/domain/series/startLife.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Watch } from './watch.ts'

function withRestarts(pod: PodFacts, marks: readonly StartMark[]): PodFacts {
  const restarts = withoutDeploys(pod.restarts, marks)
  const isKnown = (at: number): boolean => restarts.some((known) => Math.abs(known - at) <= SAME_START)
  const more = marks.flatMap(({ kind, at }) => (kind === 'restart' && !isKnown(at) ? [at] : []))
  if (more.length === 0 && restarts === pod.restarts) return pod
  return { ...pod, restarts: [...restarts, ...more].toSorted((a, b) => a - b) }
}

const namesVersion = (one: { readonly version: string | null } | null | undefined): boolean =>
  (one?.version ?? null) !== null

/**
 * The newest start may be a deploy where this watch found it and has not read a version yet: another one was running when
 * somebody looked last.
 */
function awaited(pod: PodFacts, life: PodLife | undefined, now: EpochMs): PodFacts['awaits'] {
  const { watchedSince, version, awaits } = pod
  if (awaits !== null || !namesVersion(life) || namesVersion(version)) return awaits
  const last = life?.marks.at(-1)
  if (last?.kind !== 'restart') return null
  const isFoundHere = (last.learnedAt ?? last.at) >= (watchedSince ?? Infinity)
  return isFoundHere ? { start: last.at, since: now } : null
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
      const restarted = withRestarts(facts, marks.marksOf(name, pod))
      const awaits = awaited(restarted, marks.livesOf(name).get(pod), watch.latest)
      const drifts = driftsNow(watch.memory, restarted)
      if (restarted === facts && drifts.length + facts.drifts.length === 0) continue
      service.pods.set(pod, { ...restarted, awaits, drifts })
      service.dirty = true
    }
  }
}
