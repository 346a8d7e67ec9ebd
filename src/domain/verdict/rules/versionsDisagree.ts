import type { Rollout } from '#src/domain/deploy/rolloutOf.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import type { ServiceRule } from '#src/domain/verdict/serviceRule.ts'

/** Nobody can tell which version is the newer one where both were there from the first. */
function stuckAt(rollout: Rollout | null): Pick<Reason<'versions-disagree'>, 'about'> {
  if (rollout === null || rollout.state !== 'stuck' || rollout.already === true) return {}
  const { version, updated, of } = rollout
  return { about: { version, updated, of } }
}

/**
 * Pods of one service that report different versions after the roll-out window: the newest start among
 * them says when the roll-out was. Where no start is known, the moment when they were first seen to disagree does.
 */
export const versionsDisagree: ServiceRule = {
  kind: 'versions-disagree',
  reads: ['version', 'metrics', 'health'],
  orange: ['rolloutWindow'],
  red: [],
  find: ({ pods, policy, disagreeSince, rollout }, _since, now) => {
    const known = pods.flatMap((pod) => {
      const version = pod.version?.version ?? null
      if (version === null) return []
      return [{ pod: pod.pod.name, version, startedAt: pod.startedAt ?? disagreeSince }]
    })
    if (new Set(known.map((pod) => pod.version)).size < 2) return null
    const rolledOutAt = Math.max(...known.map((pod) => pod.startedAt))
    if (now - rolledOutAt <= policy.rolloutWindow) return null
    // Neither a start nor a change was seen: it was so before, who knows since when.
    const already = pods.every((pod) => pod.startedAt === null && pod.versionChangedAt === null)
    const seen = { light: 'orange', since: rolledOutAt, ...(already ? { already } : {}) } as const
    const reason: Reason<'versions-disagree'> = {
      kind: 'versions-disagree',
      ...seen,
      ofPods: pods.length,
      pods: known.map(({ pod, version }) => Object.assign({ pod, version }, seen)),
      ...stuckAt(rollout),
    }
    return { reason }
  },
}
