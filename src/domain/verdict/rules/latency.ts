import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Part } from '#src/domain/verdict/reason.ts'
import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'
import { isStartingUp } from './startUp.ts'

/** Of fewer requests the slowest hundredth is a single one. */
const LEAST_REQUESTS = 20

/** The latency of a page that many requests fed, where it is worth a word and what is usual is known; else null. */
export function latencyOf({ signals, usual }: PodFacts, policy: Policy): Part<'latency'> | null {
  const window = signals?.window ?? null
  const p99 = signals?.signals.get('latencyP99')?.value
  const before = usual.get('latencyP99')
  if (signals === null || window === null || p99 === undefined || before === undefined) return null
  const requests = ((signals.signals.get('requestRate')?.value ?? 0) * window) / 1000
  if (requests < LEAST_REQUESTS || p99 * 1000 < policy.latencyAtLeast) return null
  const p50 = signals.signals.get('latencyP50')?.value ?? null
  const usualP50 = usual.get('latencyP50')?.value ?? null
  return { kind: 'latency', p99, usual: before.value, p50, usualP50 }
}

/**
 * The slowest hundredth of the requests takes much longer than it usually does at this time. A p99 rests upon few
 * requests, and doubles by chance now and then: it has to last. While a pod starts up it is a warm-up.
 */
export const latency = rule({
  kind: 'latency',
  on: 'metrics',
  reads: ['latencyP99', 'latencyP50', 'requestRate'],
  orange: ['latencyOrange', 'latencyAtLeast', 'excursionFor'],
  red: ['latencyRed', 'latencyRedFor'],
  find: (pod, policy, now) => {
    if (pod.tracks.metrics?.result.ok !== true || (pod.signals?.window ?? null) === null) return NO_OPINION
    if (isStartingUp(pod, policy, now)) return null
    const part = latencyOf(pod, policy)
    if (part === null || part.p99 <= policy.latencyOrange * part.usual) return null
    const light = part.p99 > policy.latencyRed * part.usual ? 'red' : 'orange'
    return { light, part, lasting: { orange: policy.excursionFor, red: policy.latencyRedFor } }
  },
})
