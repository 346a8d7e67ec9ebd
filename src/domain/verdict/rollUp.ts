import type { Deploy } from '#src/domain/deploy/deploysOf.ts'
import { type Rollout, rolloutOf } from '#src/domain/deploy/rolloutOf.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { byWeight, type Complaint, complaints, podLight } from './judge.ts'
import { type Light, worstLight } from './light.ts'
import { isHeardOf, lifeEndpoint, type PodFacts } from './podFacts.ts'
import type { Policy } from './policy.ts'
import type { Reason, ReasonKind } from './reason.ts'
import { reasonOf } from './reasonOf.ts'
import { partKey } from './rule.ts'
import type { ServiceFacts, WholeFinding } from './serviceRule.ts'
import { SERVICE_RULES } from './serviceRules.ts'
import { withSuspects } from './withSuspects.ts'

/** What a service shows: its light, why, and each pod's own light. */
export type ServiceVerdict = {
  readonly light: Light
  /** Worst first; empty when green. */
  readonly reasons: readonly Reason[]
  readonly podLights: ReadonlyMap<string, Light>
  /** Since when each rule on the whole service has found something without a break, told or not. */
  readonly found: Found
  /** The version that is on its way through the pods, or has just come through all of them; else null. */
  readonly rollout: Rollout | null
}

type Found = ReadonlyMap<ReasonKind, EpochMs>

/** What a roll-up has to know besides the pods as they are. */
export type Known = {
  /** When the pods were first seen on different versions. */
  readonly disagreeSince: EpochMs
  /** `found` of the verdict before; left out where there was none. */
  readonly found?: Found | undefined
  /** The deploys of the service that were seen, oldest first. */
  readonly deploys?: readonly Deploy[]
}

/**
 * What pods that are out make of their service: red when those that are left cannot carry the load (none, or fewer
 * than the quorum), else orange. Left are only those that were heard of: a pod that nobody sees carries nothing that
 * anybody knows of, and losing sight of pods must never make a service look better. Pods that were not asked yet (the
 * fleet file has just named them) count neither way.
 */
function outageLight(
  pods: readonly PodFacts[],
  out: ReadonlySet<string>,
  policy: Policy,
  now: EpochMs,
): Light {
  const asked = pods.filter((pod) => pod.tracks[lifeEndpoint(pod)] !== null)
  const left = asked.filter((pod) => !out.has(pod.pod.name) && isHeardOf(pod, now)).length
  return left === 0 || left / asked.length < policy.quorum ? 'red' : 'orange'
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

const isOut = ({ rollUp, light }: Complaint): boolean => rollUp === 'quorum' && light === 'red'

type Told = { readonly reasons: readonly Reason[]; readonly found: Found }

/** A finding takes the place of the reasons that it tells with its own: it is then as grave as they were. */
function tell(reasons: readonly Reason[], { reason, tells }: WholeFinding): readonly Reason[] {
  if (tells === undefined) return [...reasons, reason]
  const told = reasons.filter(tells)
  const light = worstLight([reason.light, ...told.map((other) => other.light)])
  return [...reasons.filter((other) => !told.includes(other)), { ...reason, light }]
}

/** What the rules on the whole service add, once it has been so for as long as they are patient. */
function ofWhole(facts: ServiceFacts, reasons: readonly Reason[], was: Found, now: EpochMs): Told {
  const found = new Map<ReasonKind, EpochMs>()
  let all = reasons
  for (const { kind, find } of SERVICE_RULES) {
    const since = Math.min(was.get(kind) ?? now, now)
    const finding = find(facts, since, now)
    if (finding === null) continue
    found.set(kind, since)
    if (now - since >= (finding.patience ?? 0)) all = tell(all, finding)
  }
  return { reasons: all, found }
}

const NOTHING: Found = new Map()

/**
 * The verdict of one service from all that is known of its pods. Worst wins; pods that are out weigh by
 * quorum, whatever put them out. A pod that cannot be seen makes the service unknown, "all the way up".
 */
export function rollUp(
  pods: readonly PodFacts[],
  policy: Policy,
  { disagreeSince, found: was = NOTHING, deploys = [] }: Known,
  now: EpochMs,
): ServiceVerdict {
  const wrong = pods.map((pod) => complaints(pod, now))
  const podLights = new Map(pods.map((pod, i) => [pod.pod.name, podLight(pod, wrong[i] ?? [], now)]))
  const all = wrong.flat()
  const out = new Set(all.filter(isOut).map(({ pod }) => pod))
  const outLight = outageLight(pods, out, policy, now)
  const ofPods: Reason[] = groupByKey(all).flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const worst = worstLight(group.map((complaint) => complaint.light))
    const light = first.rollUp === 'quorum' && worst === 'red' ? outLight : worst
    return [reasonOf(first.part.kind, group, light, pods.length)]
  })
  const rollout = rolloutOf(pods, deploys, policy, now)
  const facts = { pods, policy, wrong: all, out, disagreeSince, rollout }
  const { reasons, found } = ofWhole(facts, withSuspects(ofPods, deploys), was, now)
  return {
    light: worstLight([...reasons.map((reason) => reason.light), ...quiet(podLights)]),
    reasons: reasons.toSorted(byWeight),
    podLights,
    found,
    rollout,
  }
}

/** Red and orange pods speak through their reasons, where quorum counts; grey and green ones for themselves. */
const quiet = (lights: ReadonlyMap<string, Light>): Light[] =>
  [...lights.values()].map((light) => (light === 'unknown' ? 'unknown' : 'green'))
