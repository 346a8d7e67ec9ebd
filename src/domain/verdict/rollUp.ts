import type { EpochMs } from '#src/domain/time/units.ts'
import { byWeight, type Complaint, complaints, podLight } from './judge.ts'
import { type Light, lightRank, worstLight } from './light.ts'
import { isHeardOf, lifeEndpoint, type PodFacts } from './podFacts.ts'
import type { Policy } from './policy.ts'
import { limitAt, type Part, type PodEvidence, type Reason, type ReasonKind } from './reason.ts'
import { partKey } from './rule.ts'
import { versionsDisagree } from './versionsDisagree.ts'

/** What a service shows: its light, why, and each pod's own light. */
export type ServiceVerdict = {
  readonly light: Light
  /** Worst first; empty when green. */
  readonly reasons: readonly Reason[]
  readonly podLights: ReadonlyMap<string, Light>
}

/**
 * What pods that are out make of their service: red when those that are left cannot carry the load (none, or fewer
 * than the quorum), else orange. Left are only those that were heard of: a pod that nobody sees carries nothing that
 * anybody knows of, and losing sight of pods must never make a service look better. Pods that were not asked yet (the
 * fleet file has just named them) count neither way.
 */
function outageLight(
  pods: readonly PodFacts[],
  all: readonly Complaint[],
  policy: Policy,
  now: EpochMs,
): Light {
  const out = new Set(all.filter((c) => c.rollUp === 'quorum' && c.light === 'red').map((c) => c.pod))
  const asked = pods.filter((pod) => pod.tracks[lifeEndpoint(pod)] !== null)
  const left = asked.filter((pod) => !out.has(pod.pod.name) && isHeardOf(pod, now)).length
  return left === 0 || left / asked.length < policy.quorum ? 'red' : 'orange'
}

const isKind = <K extends ReasonKind>(part: Part | Part<K>, kind: K): part is Part<K> => part.kind === kind

function reasonOf<K extends ReasonKind>(
  kind: K,
  group: readonly Complaint[],
  light: Light,
  ofPods: number,
): Reason<K> {
  const evidence = group.flatMap(({ part, pod, light, since, already }): (PodEvidence & Part<K>)[] => {
    const own: Part | Part<K> = part
    const seen = already === true ? { pod, light, since, already } : { pod, light, since }
    return isKind(own, kind) ? [{ ...own, ...seen }] : []
  })
  const pods = evidence.toSorted(
    (a, b) => lightRank(a.light) - lightRank(b.light) || limitAt(a) - limitAt(b) || a.since - b.since,
  )
  const since = Math.min(...pods.map((pod) => pod.since))
  const already = pods.some((pod) => pod.since === since && pod.already === true)
  return { kind, light, since, ...(already ? { already } : {}), ofPods, pods }
}

/** Complaints of one key become one reason: "2 of 3 pods …", not two reasons. */
function groupByKey(all: readonly Complaint[]): readonly Complaint[][] {
  const groups = new Map<string, Complaint[]>()
  for (const complaint of all) {
    const key = partKey(complaint.part)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [complaint])
    else group.push(complaint)
  }
  return [...groups.values()]
}

/**
 * The verdict of one service from all that is known of its pods. Worst wins; pods that are out weigh by
 * quorum, whatever put them out. A pod that cannot be seen makes the service unknown, "all the way up".
 * `disagreeSince`: when its pods were first seen on different versions.
 */
export function rollUp(
  pods: readonly PodFacts[],
  policy: Policy,
  disagreeSince: EpochMs,
  now: EpochMs,
): ServiceVerdict {
  const wrong = pods.map((pod) => complaints(pod, now))
  const podLights = new Map(pods.map((pod, i) => [pod.pod.name, podLight(pod, wrong[i] ?? [], now)]))
  const all = wrong.flat()
  const outLight = outageLight(pods, all, policy, now)
  const reasons: Reason[] = groupByKey(all).flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const worst = worstLight(group.map((complaint) => complaint.light))
    const light = first.rollUp === 'quorum' && worst === 'red' ? outLight : worst
    return [reasonOf(first.part.kind, group, light, pods.length)]
  })
  const disagreement = versionsDisagree(pods, disagreeSince, policy, now)
  if (disagreement !== null) reasons.push(disagreement)
  return {
    light: worstLight([...reasons.map((reason) => reason.light), ...quiet(podLights)]),
    reasons: reasons.toSorted(byWeight),
    podLights,
  }
}

/** Red and orange pods speak through their reasons, where quorum counts; grey and green ones for themselves. */
const quiet = (lights: ReadonlyMap<string, Light>): Light[] =>
  [...lights.values()].map((light) => (light === 'unknown' ? 'unknown' : 'green'))
