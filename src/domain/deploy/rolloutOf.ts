import type { EpochMs } from '#src/domain/time/units.ts'
import { isFresh, type PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Deploy } from './deploysOf.ts'

/** A version on its way through the pods of a service. */
export type Rollout = {
  /** The newer one, and what ran before: the one that most of the other pods still run; null: nobody knows. */
  readonly version: string
  readonly before: string | null
  /** When the first of its pods was started, and the newest one; null: before anybody looked. */
  readonly startedAt: EpochMs | null
  readonly lastAt: EpochMs | null
  /** Pods that run it, of those that tell their version. */
  readonly updated: number
  readonly of: number
  /** Stuck: the pods still differ when the newest start is longer ago than a roll-out may take. */
  readonly state: 'in-progress' | 'stuck' | 'done'
  /** It was stuck when it was first looked at: nobody knows since when, nor for sure which version is the newer one. */
  readonly already?: true
}

/** Pods of one version: how many, and when the first and the newest of them were given it, where that is known. */
type Group = {
  readonly version: string
  readonly pods: number
  readonly at: EpochMs | null
  readonly lastAt: EpochMs | null
  readonly isDeployed: boolean
}

/** A start that was a restart gave a pod nothing new. */
const givenByStart = ({ startedAt, restarts }: PodFacts): EpochMs | null =>
  startedAt === null || restarts.includes(startedAt) ? null : startedAt

/** When a pod was given its version; null where nothing tells. A pod that joined others later was new then. */
function givenAt(pod: PodFacts, others: readonly PodFacts[]): EpochMs | null {
  const times = [givenByStart(pod), pod.versionChangedAt].filter((at) => at !== null)
  if (times.length > 0) return Math.max(...times)
  const { watchedSince } = pod
  const isLater = others.some(
    (other) => other.watchedSince !== null && other.watchedSince < (watchedSince ?? 0),
  )
  return pod.startedAt === null && isLater ? watchedSince : null
}

function groupOf(
  version: string,
  pods: readonly PodFacts[],
  all: readonly PodFacts[],
  deploys: readonly Deploy[],
): Group {
  const deploy = deploys.findLast((one) => one.version === version)
  const given = pods.map((pod) => givenAt(pod, all)).filter((at) => at !== null)
  const starts = deploy === undefined ? given : [deploy.at]
  const newest = deploy === undefined ? given : [...given, deploy.lastAt]
  return {
    version,
    pods: pods.length,
    at: starts.length === 0 ? null : Math.min(...starts),
    lastAt: newest.length === 0 ? null : Math.max(...newest),
    isDeployed: deploy !== undefined,
  }
}

const newestFirst = (a: Group, b: Group): number =>
  (b.at ?? Number.NEGATIVE_INFINITY) - (a.at ?? Number.NEGATIVE_INFINITY) || mostFirst(a, b)

const mostFirst = (a: Group, b: Group): number => b.pods - a.pods || (a.version < b.version ? 1 : -1)

/** All pods agree: it is told for as long as the service is watched more closely. */
function doneRollout(group: Group, deploys: readonly Deploy[], policy: Policy, now: EpochMs): Rollout | null {
  const deploy = deploys.at(-1)
  if (deploy?.version !== group.version || !isFresh(deploy.lastAt, policy.hypercare, now)) return null
  const before = deploys.at(-2)?.version ?? null
  const { at: startedAt, lastAt } = deploy
  return {
    version: group.version,
    before,
    startedAt,
    lastAt,
    updated: group.pods,
    of: group.pods,
    state: 'done',
  }
}

/** Its pods differ: `others` are what the new version has not replaced yet. */
function openRollout(
  group: Group,
  others: readonly [Group, ...Group[]],
  policy: Policy,
  now: EpochMs,
): Rollout {
  const { version, at: startedAt, lastAt, pods: updated } = group
  const [{ version: before }] = others
  const isGoingOn = lastAt !== null && isFresh(lastAt, policy.rolloutWindow, now)
  const isGuess = startedAt === null || (!group.isDeployed && others.some(({ at }) => at === null))
  const of = others.reduce((sum, { pods }) => sum + pods, updated)
  const known = { version, before, startedAt, lastAt, updated, of }
  if (isGoingOn) return { ...known, state: 'in-progress' }
  return { ...known, state: 'stuck', ...(isGuess ? { already: true } : {}) }
}

function groupsOf(pods: readonly PodFacts[], deploys: readonly Deploy[]): readonly Group[] {
  const byVersion = new Map<string, PodFacts[]>()
  for (const pod of pods) {
    const version = pod.version?.version ?? null
    if (version !== null) byVersion.set(version, [...(byVersion.get(version) ?? []), pod])
  }
  return Array.from(byVersion, ([version, running]) => groupOf(version, running, pods, deploys))
}

/**
 * The roll-out that a service is in, or has come out of within `policy.hypercare`; null without one. It is in progress
 * while the pods differ and the newest start with the new version is no longer ago than `policy.rolloutWindow`, and stuck
 * from then on. The new version is the one that was given to a pod last: a restart gives it nothing, and of a deploy that
 * was seen (`deploys`, oldest first) the first pod counts. Pods that tell no version count for nothing.
 */
export function rolloutOf(
  pods: readonly PodFacts[],
  deploys: readonly Deploy[],
  policy: Policy,
  now: EpochMs,
): Rollout | null {
  const [group, ...rest] = groupsOf(pods, deploys).toSorted(newestFirst)
  if (group === undefined) return null
  const [most, ...others] = rest.toSorted(mostFirst)
  return most === undefined
    ? doneRollout(group, deploys, policy, now)
    : openRollout(group, [most, ...others], policy, now)
}
