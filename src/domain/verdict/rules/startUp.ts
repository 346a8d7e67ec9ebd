import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'

/** When a pod's newest process has been up for as long as starting takes; null where its start is not known. */
export const startUpEnds = ({ startedAt }: PodFacts, { startUpWindow }: Policy): EpochMs | null =>
  startedAt === null ? null : startedAt + startUpWindow

/** Whether a pod was started so lately that caches may be cold: what it does then is not what it usually does. */
export function isStartingUp(pod: PodFacts, policy: Policy, now: EpochMs): boolean {
  const ends = startUpEnds(pod, policy)
  return ends !== null && now < ends
}
