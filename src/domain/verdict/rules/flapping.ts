import { rule } from '#src/domain/verdict/rule.ts'

/** Bad spells that damping hides one by one: several of them among the newest probes are a reason of their own. */
export const flapping = rule({
  kind: 'flapping',
  on: 'always',
  find: (pod, policy) => {
    const recent = pod.recent.filter((probe) => probe.judged).slice(-policy.flapWindow)
    const spells = recent.filter((probe, i) => !probe.good && recent[i - 1]?.good !== false)
    const [first] = spells
    if (first === undefined || spells.length < policy.flapBad) return null
    const bad = recent.filter((probe) => !probe.good).length
    return { light: 'orange', part: { kind: 'flapping', bad, of: recent.length }, since: first.at }
  },
})
