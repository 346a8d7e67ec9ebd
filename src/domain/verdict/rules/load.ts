import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Complaint } from '#src/domain/verdict/judge.ts'
import { isRead, type PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Reason, ReasonKind } from '#src/domain/verdict/reason.ts'
import type { ServiceFacts, ServiceRule } from '#src/domain/verdict/serviceRule.ts'

/** Kinds that, when red, say that a pod cannot take what comes. */
const SATURATION: ReadonlySet<ReasonKind> = new Set([
  'errors',
  'utilisation',
  'level',
  'pool-exhausted',
  'gc-cpu',
])

type Carrier = {
  readonly facts: PodFacts
  readonly perSecond: number
  /** Over how long that was counted. */
  readonly seconds: number
}

/** What a pod that is not out is given; null where it does not tell, or did not lately. */
function carrierOf(facts: PodFacts, now: EpochMs): Carrier | null {
  const perSecond = facts.signals?.signals.get('requestRate')?.value
  const window = facts.signals?.window ?? null
  if (perSecond === undefined || window === null || !isRead(facts.tracks.metrics, now)) return null
  return { facts, perSecond, seconds: window / 1000 }
}

/** Signals whose value over their bound says how much of a pod is in use. */
function busyOf({ facts }: Carrier): number | null {
  const utilisation = facts.signals?.signals.get('utilisation')?.value
  const cpu = facts.signals?.signals.get('cpu')
  const bound = facts.service.bounds.cpu ?? cpu?.bound ?? null
  const cpuShare = cpu === undefined || bound === null || bound <= 0 ? undefined : cpu.value / bound
  const shares = [utilisation, cpuShare].filter((share) => share !== undefined)
  return shares.length === 0 ? null : Math.max(...shares)
}

/**
 * So many requests more than its share allows that chance cannot have dealt them: three standard deviations of a count
 * (Poisson: the square root of what is expected).
 */
const isBeyondChance = (requests: number, allowed: number): boolean =>
  requests > allowed + 3 * Math.sqrt(allowed)

const podsWith = (wrong: readonly Complaint[], isMeant: (c: Complaint) => boolean): ReadonlySet<string> =>
  new Set(wrong.filter((c) => c.light === 'red' && isMeant(c)).map((c) => c.pod))

type Load = {
  readonly carriers: readonly Carrier[]
  /** Requests a second of all pods. */
  readonly total: number
  readonly out: readonly string[]
  readonly saturated: ReadonlySet<string>
}

/** What comes goes up and down by chance: what was found stands until much less comes than it was found by. */
const STANDS_DOWN_TO = 1 / 3

/** How the load lies; null where too little is known of it, or too little comes. `stands`: it was found before. */
function loadOf({ pods, wrong, out, policy }: ServiceFacts, stands: boolean, now: EpochMs): Load | null {
  const carriers: Carrier[] = []
  for (const facts of pods) {
    if (out.has(facts.pod.name)) continue
    const carrier = carrierOf(facts, now)
    if (carrier === null) return null
    carriers.push(carrier)
  }
  const counted = carriers.reduce((sum, { perSecond, seconds }) => sum + perSecond * seconds, 0)
  const least = policy.loadAtLeast * (stands ? STANDS_DOWN_TO : 1)
  if (pods.length < 2 || counted < least) return null
  const total = carriers.reduce((sum, { perSecond }) => sum + perSecond, 0)
  const saturated = podsWith(wrong, ({ part }) => SATURATION.has(part.kind))
  return { carriers, total, out: [...out], saturated }
}

/**
 * The pods that carry too much. Where others are out, more than before is their share: too much is what the last one
 * carries alone, what one carries well beyond the others that are left, and what drowns it.
 */
function overloaded({ carriers, total, out, saturated }: Load, { policy }: ServiceFacts): Carrier[] {
  if (out.length > 0 && carriers.length === 1) return [...carriers]
  const allowed = (policy.loadOrange * total) / carriers.length
  return carriers.filter(({ perSecond, seconds, facts }) => {
    const drowns = out.length > 0 && saturated.has(facts.pod.name)
    return drowns || isBeyondChance(perSecond * seconds, allowed * seconds)
  })
}

/** Saturated pods that carry no more than their share: the others work for them. */
const idleSaturated = (saturated: ReadonlySet<string>, over: readonly Carrier[]): string[] =>
  [...saturated].filter((name) => !over.some(({ facts }) => facts.pod.name === name))

/** How a pod that is out fails; null where it answers, and says that it is down. */
function failureOf(name: string, wrong: readonly Complaint[]): ProbeFailure | null {
  for (const { pod, part } of wrong) if (pod === name && part.kind === 'failing') return part.failure
  return null
}

const worstFirst = (over: readonly Carrier[]): Carrier[] => over.toSorted((a, b) => b.perSecond - a.perSecond)

function reasonOf(load: Load, over: readonly Carrier[], facts: ServiceFacts, found: EpochMs): Reason<'load'> {
  const { out, saturated, total } = load
  const idle = idleSaturated(saturated, over)
  const drowns = over.some(({ facts: { pod } }) => saturated.has(pod.name))
  const light = (out.length > 0 || idle.length > 0) && drowns ? 'red' : 'orange'
  const missing = facts.wrong.filter(({ pod }) => out.includes(pod) || idle.includes(pod))
  const since = missing.length === 0 ? found : Math.min(...missing.map((c) => c.since))
  const already = missing.some((c) => c.since === since && c.already === true)
  return {
    kind: 'load',
    light,
    since,
    ...(already ? { already } : {}),
    ofPods: facts.pods.length,
    pods: worstFirst(over).map((carrier) => ({
      pod: carrier.facts.pod.name,
      light: saturated.has(carrier.facts.pod.name) ? light : 'orange',
      since,
      share: carrier.perSecond / total,
      fair: 1 / facts.pods.length,
      perSecond: carrier.perSecond,
      drops: carrier.facts.signals?.signals.get('errorRatio')?.value ?? null,
      busy: busyOf(carrier),
    })),
    about: { out: out.map((pod) => ({ pod, failure: failureOf(pod, missing) })), saturated: idle },
  }
}

/** Reasons that only say once more that the pods are out, or that who carries their load cannot. */
const tellsWith =
  (out: readonly string[], over: readonly Carrier[]) =>
  ({ kind, pods }: Reason): boolean => {
    const names = new Set([...out, ...over.map(({ facts }) => facts.pod.name)])
    const isMeant = kind === 'failing' || SATURATION.has(kind)
    return isMeant && out.length > 0 && pods.length > 0 && pods.every(({ pod }) => names.has(pod))
  }

/**
 * A pod that carries much more than its fair share of the requests; red where it does so for pods that are missing, and
 * cannot: then it is overload and not the code. A missing pod and the trouble of those that are left are one reason.
 */
export const load: ServiceRule = {
  kind: 'load',
  reads: ['requestRate', 'errorRatio', 'utilisation', 'cpu', 'health'],
  orange: ['loadOrange', 'loadAtLeast', 'loadPatience'],
  red: ['errorsRed', 'utilisationRed', 'levelRed'],
  find: (facts, since, now) => {
    const found = loadOf(facts, since < now, now)
    if (found === null) return null
    const over = overloaded(found, facts)
    if (over.length === 0) return null
    return {
      reason: reasonOf(found, over, facts, since),
      // That a pod is out was confirmed already; how the load lies moves with every page.
      patience: found.out.length > 0 ? 0 : facts.policy.loadPatience,
      tells: tellsWith(found.out, over),
    }
  },
}
