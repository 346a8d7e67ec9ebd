import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/** An exporter stays well while the thing it exports is dead: `redis_up 0` means down. */
export const targetDown = rule({
  kind: 'target-down',
  on: 'metrics',
  reads: ['metrics'],
  orange: ['quorum'],
  red: ['quorum', 'worsenAfter'],
  rollUp: 'quorum',
  find: (pod) => {
    if (pod.tracks.metrics?.result.ok !== true) return NO_OPINION
    const target = pod.signals?.target ?? null
    if (target === null || target.up) return null
    return { light: 'red', part: { kind: 'target-down', from: target.from } }
  },
})
