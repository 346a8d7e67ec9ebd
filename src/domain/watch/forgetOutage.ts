import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'

/**
 * A pod without the outage that began at `since` or later, confirmed or not: it was this browser's own.
 * Its raw results stay visible, and count no more.
 */
export function forgetOutage(pod: PodFacts, since: EpochMs): PodFacts {
  const conditions = new Map(pod.conditions)
  const failing = conditions.get('failing')
  if (failing !== undefined && failing.since >= since) conditions.delete('failing')
  const recent = pod.recent.map((probe) =>
    probe.at >= since && !probe.good ? { ...probe, judged: false } : probe,
  )
  return { ...pod, conditions, recent }
}
