import { deploySuspected, SUSPECT_FOR } from '#src/domain/deploy/deploySuspected.ts'
import { isKind } from '#src/domain/pattern/isKind.ts'
import type { Deployed } from '#src/domain/pattern/seen.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { blameOf } from './blameOf.ts'
import type { Case } from './case.ts'
import type { Finding } from './finding.ts'
import { versionBefore } from './versionBefore.ts'
import { workloadOf } from './whereItRuns.ts'

/** When the first of the gravest reasons began. */
function beganAt({ reasons, light, now }: Case): EpochMs {
  const gravest = reasons.filter((reason) => reason.light === light)
  return Math.min(now, ...gravest.map(({ since }) => since))
}

/** The deploy that a reason names itself; a drift knows it pod by pod. */
function namedDeploy({ reasons }: Case): Deployed | null {
  for (const reason of reasons) {
    if (reason.suspect !== undefined) return reason.suspect
    if (!isKind(reason, 'drift')) continue
    const deploy = reason.pods.find((pod) => pod.deploy !== null)?.deploy ?? null
    if (deploy !== null) return deploy
  }
  return null
}

/**
 * Since when a deploy of a pod would have been seen: it was looked at since then, or runs since then without a new start.
 * Null where neither is known.
 */
function knownSince({ watchedSince, startedAt }: PodFacts): EpochMs | null {
  const times = [watchedSince, startedAt].filter((at) => at !== null)
  return times.length === 0 ? null : Math.min(...times)
}

function seenSinceOf(pods: readonly PodFacts[]): EpochMs | null {
  const times = pods.map(knownSince)
  return times.length === 0 || times.includes(null) ? null : Math.max(...times.map(Number))
}

const isSame = (a: Deployed, b: Deployed): boolean => a.version === b.version

/** Was there a deploy in the six hours before it began? Then that is the first suspect. */
export function deployStep(seen: Case): Finding<'deploy'> {
  const { deploys, service, pods } = seen
  const began = beganAt(seen)
  const suspect = namedDeploy(seen) ?? deploySuspected(deploys, began)
  const last = deploys.at(-1) ?? null
  const newest = last !== null && (suspect === null || !isSame(last, suspect)) ? last : null
  const seenSince = seenSinceOf(pods)
  const blame = blameOf(seen)
  const facts = { step: 'deploy', blame, suspect, newest, began, seenSince } as const
  if (suspect === null) {
    const wasSeen = seenSince !== null && seenSince <= began - SUSPECT_FOR
    return { ...facts, answer: wasSeen ? 'no' : 'unknown', before: null, command: null }
  }
  const target = workloadOf(service)
  // What undoes a rollout takes the newest one back, and replaces all pods: no help where it is that which fails.
  const canUndo = newest === null && blame === 'change'
  const command = canUndo && target !== null ? ({ kind: 'rollback', target } as const) : null
  return { ...facts, answer: 'yes', before: versionBefore(seen, suspect), command }
}
