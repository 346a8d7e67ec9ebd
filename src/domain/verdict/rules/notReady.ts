import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/** Not ready is ordinary while a pod starts, and an outage afterwards. */
export const notReady = rule({
  kind: 'not-ready',
  on: 'ready',
  rollUp: 'quorum',
  find: (pod, policy, now) => {
    const result = pod.tracks.ready?.result
    if (result === undefined || !result.ok) return NO_OPINION
    if (result.value.state === 'ok') return null
    const starting = pod.startedAt !== null && now - pod.startedAt < policy.rolloutWindow
    return { light: starting ? 'orange' : 'red', part: { kind: 'not-ready', why: result.value.why } }
  },
})
