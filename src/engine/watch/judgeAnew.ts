import { replayPod } from '#src/domain/drift/replayPod.ts'
import { recallPast } from '#src/domain/watch/recallPast.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { PodRef } from '#src/engine/sources/prometheus/backfill.ts'
import { inSlices } from '#src/engine/sources/prometheus/inSlices.ts'

/** Every pod of a watch by its names. */
export const podsOf = ({ services }: Watch): PodRef[] =>
  [...services].flatMap(([service, { pods }]) => [...pods.keys()].map((pod) => ({ service, pod })))

/**
 * Judges the slopes of pods anew in short slices, and tells the watch of restarts, after more of their past has become
 * known. `current` is asked again for each pod: the fleet file may be read anew meanwhile. `isOff` calls it off.
 */
export async function judgeAnew(
  pods: readonly PodRef[],
  current: () => Watch | null,
  ports: Ports,
  isOff: () => boolean,
): Promise<void> {
  for (const { service, pod } of pods) {
    const watch = current()
    const facts = watch?.services.get(service)?.pods.get(pod)
    if (watch === null || facts === undefined || isOff()) continue
    await inSlices(replayPod(watch.memory, facts, ports.now()), ports, isOff)
  }
  const watch = current()
  if (watch !== null && !isOff()) recallPast(watch)
}
