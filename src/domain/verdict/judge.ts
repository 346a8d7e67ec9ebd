import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { type Condition, type Finding, nextCondition } from './condition.ts'
import { type Light, lightRank, worstLight } from './light.ts'
import { isFresh, isRead, lifeEndpoint, metricsForgotten, type PodFacts, seenHealthy } from './podFacts.ts'
import { weightOf } from './gravity.ts'
import { type Part, type Reason, type ReasonKind, soonestLimit } from './reason.ts'
import { NO_OPINION, partKey, type Rule } from './rule.ts'
import { RULES } from './rules.ts'

/** One thing that is wrong with one pod, as the roll-up takes it. */
export type Complaint = {
  readonly pod: string
  readonly light: Light
  readonly since: EpochMs
  readonly already?: true
  readonly part: Part
  readonly rollUp: 'worst' | 'quorum'
}

const rulesOn = (on: Rule['on']): readonly Rule[] => RULES.filter((rule) => rule.on === on)
const RULES_ON = {
  health: rulesOn('health'),
  ready: rulesOn('ready'),
  metrics: rulesOn('metrics'),
  version: rulesOn('version'),
  life: rulesOn('life'),
  always: rulesOn('always'),
}
const RULE = new Map(RULES.map((rule) => [rule.kind, rule]))

type Opinions = {
  /** The kinds that the newest answer tells about; conditions of the others stay as they are. */
  readonly judged: ReadonlySet<ReasonKind>
  readonly found: Map<string, Finding>
}

function ask(pod: PodFacts, endpoint: Endpoint, now: EpochMs): Opinions {
  // Metrics stand for life where health is gone: what it said is not waited for any more.
  const isOver = endpoint === 'health' && lifeEndpoint(pod) === 'metrics'
  const found = new Map<string, Finding>()
  const judged = new Set<ReasonKind>()
  const onLife = lifeEndpoint(pod) === endpoint ? RULES_ON.life : []
  for (const rule of [...onLife, ...RULES_ON[endpoint]]) {
    const findings = rule.find(pod, pod.service.policy, now)
    if (findings !== NO_OPINION || isOver) judged.add(rule.kind)
    if (findings === NO_OPINION) continue
    for (const finding of findings) found.set(partKey(finding.part), finding)
  }
  return { judged, found }
}

/**
 * What is judged of a pod after a new answer of one endpoint: the rules on that endpoint are asked once,
 * and what they find is damped.
 */
export function judgeAnswer(
  pod: PodFacts,
  endpoint: Endpoint,
  now: EpochMs,
): Pick<PodFacts, 'conditions' | 'told'> {
  const { judged, found } = ask(pod, endpoint, now)
  const { policy } = pod.service
  const next = new Map<string, Condition>()
  for (const [key, condition] of pod.conditions) {
    const finding = found.get(key) ?? null
    found.delete(key)
    const after = judged.has(condition.part.kind) ? nextCondition(condition, finding, policy, now) : condition
    if (after !== null) next.set(key, after)
  }
  for (const [key, finding] of found) {
    const { kind } = finding.part
    const first = !pod.told.has(kind)
    const condition = nextCondition(
      null,
      finding,
      policy,
      now,
      first,
      first && RULE.get(kind)?.atFirst === true,
    )
    if (condition !== null) next.set(key, condition)
  }
  const isNews = [...judged].some((kind) => !pod.told.has(kind))
  return { conditions: next, told: isNews ? new Set([...pod.told, ...judged]) : pod.told }
}

/** Whether what a rule judges by was heard of within the freshness window: an answer, or where it takes one, a reading. */
function isPresent(pod: PodFacts, rule: Rule, now: EpochMs): boolean {
  if (rule.on === 'always') return true
  const track = pod.tracks[rule.on === 'life' ? lifeEndpoint(pod) : rule.on]
  if (track === null || !isFresh(track.at, track.freshFor, now)) return false
  return rule.find(pod, pod.service.policy, now) !== NO_OPINION || isRead(track, now)
}

const begun = (since: EpochMs, already: true | undefined): Pick<Complaint, 'since' | 'already'> =>
  already === true ? { since, already } : { since }

/** The confirmed conditions; one that nothing was heard of lately is unknown, one of a forgotten page is let go. */
function* standing(pod: PodFacts, now: EpochMs): Generator<Complaint> {
  const forgotten = metricsForgotten(pod, now)
  for (const { part, light: confirmed, since, already } of pod.conditions.values()) {
    const rule = RULE.get(part.kind)
    if (confirmed === 'green' || rule === undefined || (rule.on === 'metrics' && forgotten)) continue
    const light = isPresent(pod, rule, now) ? confirmed : 'unknown'
    yield { pod: pod.pod.name, light, ...begun(since, already), part, rollUp: rule.rollUp }
  }
}

/** What the rules on `always` find. */
function* lasting(pod: PodFacts, now: EpochMs): Generator<Complaint> {
  for (const rule of RULES_ON.always) {
    const found = rule.find(pod, pod.service.policy, now)
    if (found === NO_OPINION) continue
    for (const { light, part, since, already } of found) {
      yield { pod: pod.pod.name, light, ...begun(since ?? now, already), part, rollUp: rule.rollUp }
    }
  }
}

/**
 * Everything that is wrong with a pod now: its confirmed conditions, and what the rules on `always` find.
 * A condition that nothing was heard of for longer than the freshness window is unknown, however bad it was; what a
 * metrics page told that has not come for a day is no longer waited for.
 */
export const complaints = (pod: PodFacts, now: EpochMs): Complaint[] => [
  ...standing(pod, now),
  ...lasting(pod, now),
]

/** A pod's light: the worst of its complaints; green only if it was seen healthy and nothing is wrong. */
export function podLight(pod: PodFacts, wrong: readonly Complaint[], now: EpochMs): Light {
  const seen: Light = seenHealthy(pod, now) ? 'green' : 'unknown'
  return worstLight([seen, ...wrong.map((complaint) => complaint.light)])
}

/** Worst light first, then the gravest kind, then what reaches its limit first. */
export const byWeight = (a: Reason, b: Reason): number =>
  lightRank(a.light) - lightRank(b.light) || weightOf(a) - weightOf(b) || soonestLimit(a) - soonestLimit(b)
