import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/** A health answer that takes long: whatever asks it in production waits as well. */
export const slow = rule({
  kind: 'slow',
  on: 'health',
  reads: ['health'],
  orange: ['slowAnswer'],
  find: (pod, policy) => {
    const track = pod.tracks.health
    if (track === null || !track.result.ok) return NO_OPINION
    if (track.took <= policy.slowAnswer) return null
    return { light: 'orange', part: { kind: 'slow', took: track.took } }
  },
})
