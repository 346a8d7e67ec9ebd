import { isRead, lifeEndpoint, namesReady } from '#src/domain/verdict/podFacts.ts'
import { rule } from '#src/domain/verdict/rule.ts'

/**
 * The fleet file names where readiness is told, and nothing is told there: grey, for a pod that lives may still take
 * no requests. One that was not heard of at all has its own reason.
 */
export const readyUnseen = rule({
  kind: 'ready-unseen',
  on: 'always',
  reads: ['ready'],
  orange: ['freshIntervals'],
  find: (pod, _policy, now) => {
    const { ready, [lifeEndpoint(pod)]: life } = pod.tracks
    if (!namesReady(pod) || isRead(ready, now) || !isRead(life, now)) return null
    const failure = ready === null || ready.result.ok ? null : ready.result.error
    const found = { light: 'unknown', part: { kind: 'ready-unseen', failure } } as const
    const readAt = ready?.lastReading?.at
    if (readAt !== undefined) return { ...found, since: Math.min(readAt, now) }
    return { ...found, since: Math.min(pod.watchedSince ?? now, now), already: true }
  },
})
