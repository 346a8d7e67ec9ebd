import type { Blindness } from '#src/domain/digest/digestRow.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { lifeEndpoint, type PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { LinkChanged } from './observation.ts'

/**
 * When most of the fleet fails in one cycle, the likelier explanation is this browser's own network.
 * Below five pods or three services it is not: three pods of one service do fail together. Nor is it while fewer
 * than half of the pods (`asked`) were ever asked: those that refuse at once are the first to answer.
 */
const MOST = { pods: 5, services: 3, share: 0.8, overBelow: 0.5, asked: 0.5 }

type Tally = {
  readonly failed: number
  readonly of: number
  readonly services: number
  /** Pods that nothing is known of yet. */
  readonly unseen: number
}

const gaveNoAnswer = (pod: PodFacts): boolean => {
  const result = pod.tracks[lifeEndpoint(pod)]?.result
  return (
    result !== undefined &&
    !result.ok &&
    (result.error.kind === 'timeout' || result.error.kind === 'unreachable')
  )
}

/** Pods that were out before the cycle are no evidence of anything that happened in it. */
const wasOutBefore = (pod: PodFacts, cycleBegan: EpochMs): boolean => {
  const condition = pod.conditions.get('failing')
  return condition !== undefined && condition.light !== 'green' && condition.since < cycleBegan
}

function tally(pods: Iterable<PodFacts>, cycleBegan: EpochMs, outBefore: EpochMs): Tally {
  let of = 0
  let failed = 0
  let unseen = 0
  const services = new Set<string>()
  for (const pod of pods) {
    const track = pod.tracks[lifeEndpoint(pod)]
    if (track === null) unseen += 1
    if (track === null || track.at < cycleBegan || wasOutBefore(pod, outBefore)) continue
    of += 1
    if (!gaveNoAnswer(pod)) continue
    failed += 1
    services.add(pod.service.name)
  }
  return { failed, of, services: services.size, unseen }
}

function mostFailed({ failed, of, services, unseen }: Tally, before: boolean): boolean {
  // Nobody was asked since (a long time-out, a long back-off): what was found still stands.
  if (of === 0) return before
  const share = failed / of
  if (before && share >= MOST.overBelow) return true
  if (of < MOST.asked * (of + unseen)) return false
  return failed >= MOST.pods && services >= MOST.services && share >= MOST.share
}

/**
 * Whether the dashboard itself cannot see, since when and on what grounds; null when it can.
 * `cycle`: the time in which every pod is asked once.
 */
export function assessBlindness(
  was: Blindness | null,
  pods: Iterable<PodFacts>,
  link: LinkChanged | null,
  cycle: DurationMs,
  now: EpochMs,
): Blindness | null {
  const since = was?.since ?? now
  const counted = tally(pods, now - cycle, since - cycle)
  const { failed, of } = counted
  if (link !== null && link.state !== 'up') return { since, cause: link.state, failed, of }
  return mostFailed(counted, was?.cause === 'most-failed')
    ? { since, cause: 'most-failed', failed, of }
    : null
}
