import { seriesName } from '#src/domain/series/historyBook.ts'
import { replayHistory } from '#src/domain/slope/replayHistory.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { DRIFT_SIGNALS } from './driftSignals.ts'
import { type Following, slopeOptions } from './following.ts'

/**
 * Judges the slopes of a pod anew from all that is remembered of it: after more of its past has become known than was
 * judged as it came. Goes signal by signal, some milliseconds each; whoever drives it may rest in between.
 */
export function* replayPod(memory: Following, pod: PodFacts, now: EpochMs): Generator<undefined, void> {
  const { histories, drifts, marks } = memory
  const restarts = marks.marksOf(pod.service.name, pod.pod.name).map(({ at }) => at)
  for (const signal of DRIFT_SIGNALS) {
    const name = seriesName(pod.service.name, pod.pod.name, signal)
    const history = histories.get(name)
    if (history === null) continue
    drifts.drop(name)
    replayHistory(drifts, { name, options: slopeOptions(pod, signal), history, restarts }, now)
    yield
  }
}
