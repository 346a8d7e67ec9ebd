import { awaitsVersion } from '#src/domain/verdict/awaitsVersion.ts'
import { rule } from '#src/domain/verdict/rule.ts'

/**
 * A restart in the night is worth a look in the morning; several in a row are a crash loop. One that may be a deploy waits
 * for its version, so that a roll-out is not orange for a moment; a crash loop waits for nothing.
 */
export const restarts = rule({
  kind: 'restarts',
  on: 'always',
  reads: ['uptime'],
  orange: ['restartMemory'],
  red: ['crashLoopCount', 'crashLoopWindow'],
  find: (pod, policy, now) => {
    const recent = pod.restarts.filter((at) => now - at <= policy.restartMemory)
    const looping = recent.filter((at) => now - at <= policy.crashLoopWindow).length >= policy.crashLoopCount
    const told = looping ? recent : recent.filter((at) => !awaitsVersion(pod, at, now))
    const lastAt = told.at(-1)
    if (lastAt === undefined) return null
    return {
      light: looping ? 'red' : 'orange',
      part: { kind: 'restarts', count: told.length, lastAt },
      since: told[0] ?? lastAt,
    }
  },
})
