import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Part } from '#src/domain/verdict/reason.ts'
import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'
import { isStartingUp } from './startUp.ts'
import { valueOf } from './valueOf.ts'
import { windowOf } from './windowOf.ts'

/** Of fewer requests the slowest hundredth is a single one. */
const LEAST_REQUESTS = 20

/** Requests that came between the newest page and the one before; 0 where they are not counted. */
const requestsOf = (pod: PodFacts): number =>
  ((valueOf(pod, 'requestRate') ?? 0) * (windowOf(pod) ?? 0)) / 1000

/** The latency of a page that many requests fed, where it is worth a word and what is usual is known; else null. */
export function latencyOf(pod: PodFacts, policy: Policy): Part<'latency'> | null {
  const p99 = valueOf(pod, 'latencyP99')
  const usual = pod.usual.get('latencyP99')?.value
  if (p99 === null || usual === undefined) return null
  if (requestsOf(pod) < LEAST_REQUESTS || p99 * 1000 < policy.latencyAtLeast) return null
  const usualP50 = pod.usual.get('latencyP50')?.value ?? null
  return { kind: 'latency', p99, usual, p50: valueOf(pod, 'latencyP50'), usualP50 }
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
    if (windowOf(pod) === null) return NO_OPINION
    if (isStartingUp(pod, policy, now)) return null
    const part = latencyOf(pod, policy)
    if (part === null || part.p99 <= policy.latencyOrange * part.usual) return null
    const light = part.p99 > policy.latencyRed * part.usual ? 'red' : 'orange'
    return { light, part, lasting: { orange: policy.excursionFor, red: policy.latencyRedFor } }
  },
})
