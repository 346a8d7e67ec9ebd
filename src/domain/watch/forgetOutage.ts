import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { withoutBad } from '#src/domain/verdict/probeRuns.ts'

/**
 * A pod without the outage that began at `since` or later, confirmed or not: it was this browser's own. One that was
 * out before says of it what it said `before`. Its raw results stay visible, and count no more.
 */
export function forgetOutage(pod: PodFacts, since: EpochMs, before: PodFacts | null): PodFacts {
  const conditions = new Map(pod.conditions)
  const failing = conditions.get('failing')
  const stood = before?.conditions.get('failing')
  if (failing !== undefined && failing.since >= since) conditions.delete('failing')
  else if (stood !== undefined) conditions.set('failing', stood)
  const recent = pod.recent.map((probe) =>
    probe.at >= since && !probe.good ? { ...probe, judged: false } : probe,
  )
  const lastBad = before === null ? pod.lastBad : before.lastBad
  return { ...pod, conditions, recent, runs: withoutBad(pod.runs, since), lastBad }
}
