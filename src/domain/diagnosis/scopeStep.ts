import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { isKind } from '#src/domain/pattern/isKind.ts'
import { blameOf } from './blameOf.ts'
import { carriedBy } from './carriedBy.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import type { Finding } from './finding.ts'
import { insideOf } from './whereItRuns.ts'

/** The pods that a reason is about: where one carries the load of others, those. */
function podsOf(reason: Reason): readonly string[] {
  const about = isKind(reason, 'load') ? reason.about : undefined
  const missing = about === undefined ? [] : [...about.out.map(({ pod }) => pod), ...about.saturated]
  return missing.length > 0 ? missing : reason.pods.map(({ pod }) => pod)
}

/** Kinds that compare pods with one another say nothing of which of them ails. */
const COMPARES: ReadonlySet<Reason['kind']> = new Set(['versions-disagree', 'dependency', 'stale-entry'])

/** The pods that the gravest reasons are about, in their order. */
export function ailingPods({ reasons, light }: Pick<Case, 'reasons' | 'light'>): readonly string[] {
  const gravest = reasons.filter((reason) => reason.light === light && !COMPARES.has(reason.kind))
  return [...new Set(gravest.flatMap(podsOf))]
}

/** A version that all of some pods run and none of the others. */
function sharedVersion(some: readonly PodFacts[], others: readonly PodFacts[]): string | null {
  const version = some[0]?.version?.version ?? null
  const runs = (pod: PodFacts): boolean => pod.version?.version === version
  return version !== null && some.every(runs) && !others.some(runs) ? version : null
}

/** Parts of a name as it is put together: `us1` of `orders-us1-x7k2p`. */
const partsOf = ({ pod }: PodFacts): readonly string[] =>
  pod.name.split(/[-._]/).filter((part) => part.length > 1)

/** A part of the names of all of some pods that no other pod has in its own: a zone, a node, a replica set. */
function sharedName(some: readonly PodFacts[], others: readonly PodFacts[]): string | null {
  const [first] = some
  if (first === undefined || some.length < 2) return null
  const rest = some.slice(1).map(partsOf)
  const elsewhere = new Set(others.flatMap(partsOf))
  return (
    partsOf(first).find((part) => rest.every((parts) => parts.includes(part)) && !elsewhere.has(part)) ?? null
  )
}

function sharedOf(some: readonly PodFacts[], others: readonly PodFacts[]): Finding<'scope'>['shared'] {
  if (others.length === 0) return null
  const version = sharedVersion(some, others)
  if (version !== null) return { by: 'version', value: version }
  const name = sharedName(some, others)
  return name === null ? null : { by: 'name', value: name }
}

/** What one piece of evidence names: the check that fails, the queue or pool that is full; null where it names nothing. */
function partIn(pod: Reason['pods'][number]): string | null {
  if ('check' in pod) return pod.check
  return 'of' in pod && typeof pod.of === 'string' ? pod.of : null
}

/** The one part that all evidence of the gravest reason names; null where there are several, or none. */
function partOf({ reasons }: Case): string | null {
  const [gravest] = reasons
  const parts = new Set((gravest?.pods ?? []).map(partIn))
  const [only] = parts
  return parts.size === 1 && only !== undefined ? only : null
}

/**
 * What a restarted pod wrote last; else, where others are well, what happened to the first that is not: its events say
 * whether it was killed, moved or never got what it needs.
 */
function commandFor({ reasons }: Case, some: readonly PodFacts[], isSome: boolean): Command | null {
  const [first] = some
  const inside = first === undefined ? null : insideOf(first)
  if (inside === null) return null
  if (reasons[0]?.kind === 'restarts') return { kind: 'last-logs', in: inside }
  return isSome ? { kind: 'describe-pod', in: inside } : null
}

/**
 * All pods, some or one? Null where the reasons are about none. "Unknown" for a service of one pod: there is nothing to
 * compare it with.
 */
export function scopeStep(seen: Case): Finding<'scope'> | null {
  const names = ailingPods(seen)
  if (names.length === 0) return null
  const some = seen.pods.filter(({ pod }) => names.includes(pod.name))
  const others = seen.pods.filter(({ pod }) => !names.includes(pod.name))
  const blame = blameOf(seen)
  const whole = others.length === 0 ? 'yes' : 'no'
  return {
    step: 'scope',
    answer: seen.pods.length === 1 ? 'unknown' : whole,
    pods: names,
    ofPods: seen.pods.length,
    shared: sharedOf(some, others),
    inTurn: blame === 'change' ? null : blame,
    carried: carriedBy(seen),
    part: partOf(seen),
    command: commandFor(seen, some, others.length > 0),
  }
}
