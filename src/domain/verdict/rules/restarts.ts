import { rule } from '#src/domain/verdict/rule.ts'

/** A restart in the night is worth a look in the morning; several in a row are a crash loop. */
export const restarts = rule({
  kind: 'restarts',
  on: 'always',
  reads: ['uptime'],
  orange: ['restartMemory'],
  red: ['crashLoopCount', 'crashLoopWindow'],
  find: (pod, policy, now) => {
    const recent = pod.restarts.filter((at) => now - at <= policy.restartMemory)
    const lastAt = recent.at(-1)
    if (lastAt === undefined) return null
    const looping = recent.filter((at) => now - at <= policy.crashLoopWindow).length >= policy.crashLoopCount
    return {
      light: looping ? 'red' : 'orange',
      part: { kind: 'restarts', count: recent.length, lastAt },
      since: recent[0] ?? lastAt,
    }
  },
})
