import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import { type Found, NO_OPINION, rule } from '#src/domain/verdict/rule.ts'
import { latencyOf } from './latency.ts'
import { startUpEnds } from './startUp.ts'
import { valueOf } from './valueOf.ts'

type Excursion = {
  readonly signal: 'latencyP99' | 'memory'
  readonly value: number
  readonly usual: number
}

function slowStart(pod: PodFacts, policy: Policy): readonly Excursion[] {
  const found = latencyOf(pod, policy)
  if (found === null || found.p99 <= policy.latencyOrange * found.usual) return []
  return [{ signal: 'latencyP99', value: found.p99, usual: found.usual }]
}

function largeStart(pod: PodFacts, policy: Policy): readonly Excursion[] {
  const value = valueOf(pod, 'memory')
  const before = pod.usual.get('memory')?.value
  if (value === null || before === undefined || value <= policy.warmUpMemory * before) return []
  return [{ signal: 'memory', value, usual: before }]
}

/** Whether it says that it takes requests; null where it is not asked. */
function isReady({ tracks: { ready } }: PodFacts): boolean | null {
  return ready === null ? null : ready.result.ok && ready.result.value.state === 'ok'
}

function found(pod: PodFacts, excursion: Excursion, endsAt: EpochMs): Found<'warm-up'> {
  return { light: 'orange', part: { kind: 'warm-up', ...excursion, endsAt, ready: isReady(pod) } }
}

/**
 * A pod that was started a moment ago is slow, or takes much memory: its caches are cold. That is no fault of its own, but
 * whoever is sent to it waits; a pod that says it is ready before it is warm says so too early.
 */
export const warmUp = rule({
  kind: 'warm-up',
  on: 'metrics',
  reads: ['latencyP99', 'requestRate', 'memory', 'uptime', 'ready'],
  orange: ['startUpWindow', 'latencyOrange', 'latencyAtLeast', 'warmUpMemory'],
  find: (pod, policy, now) => {
    if (pod.tracks.metrics?.result.ok !== true || pod.signals === null) return NO_OPINION
    const endsAt = startUpEnds(pod, policy)
    if (endsAt === null || now >= endsAt) return null
    const excursions = [...slowStart(pod, policy), ...largeStart(pod, policy)]
    return excursions.map((excursion) => found(pod, excursion, endsAt))
  },
})
