import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/**
 * Not ready is ordinary while a pod starts, and an outage afterwards. A page that says it is degraded says that
 * it takes requests, and one that does not tell is no outage either.
 */
export const notReady = rule({
  kind: 'not-ready',
  on: 'ready',
  reads: ['ready', 'uptime'],
  orange: ['rolloutWindow'],
  red: ['quorum', 'rolloutWindow'],
  rollUp: 'quorum',
  find: (pod, policy, now) => {
    const result = pod.tracks.ready?.result
    if (result === undefined || !result.ok) return NO_OPINION
    const { state, why } = result.value
    if (state === 'ok') return null
    const part = { kind: 'not-ready', why } as const
    if (state === 'unknown') return { light: 'unknown', part }
    const starting = pod.startedAt !== null && now - pod.startedAt < policy.rolloutWindow
    return { light: starting || state === 'degraded' ? 'orange' : 'red', part }
  },
})
