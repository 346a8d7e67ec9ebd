import { newestRuns } from '#src/domain/verdict/probeRuns.ts'
import { rule } from '#src/domain/verdict/rule.ts'

/** Bad spells that damping hides one by one: several of them among the newest probes are a reason of their own. */
export const flapping = rule({
  kind: 'flapping',
  on: 'always',
  reads: ['health', 'metrics'],
  orange: ['flapBad', 'flapWindow'],
  find: (pod, policy) => {
    const runs = newestRuns(pod.runs, policy.flapWindow)
    const spells = runs.filter((run) => !run.good)
    const [first] = spells
    if (first === undefined || spells.length < policy.flapBad) return null
    const bad = spells.reduce((sum, { count }) => sum + count, 0)
    const of = runs.reduce((sum, { count }) => sum + count, 0)
    return { light: 'orange', part: { kind: 'flapping', bad, of }, since: first.from }
  },
})
