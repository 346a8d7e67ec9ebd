import { FLEET_RULES } from './amongOthers.ts'
import { gravity } from './gravity.ts'
import type { ReasonKind } from './reason.ts'
import type { Input, Rule, Threshold } from './rule.ts'
import { RULES } from './rules.ts'
import { SERVICE_RULES } from './serviceRules.ts'

/**
 * How a rule is asked: with each `answer` of an endpoint, and damped; the same, but believed of the `first-answer`
 * already; of one `pod`, from time and what is remembered; of all pods of a `service` together; of a service among all
 * others of the `fleet`.
 */
export type Judged = 'answer' | 'first-answer' | 'pod' | 'service' | 'fleet'

/** What a rule says of itself, whatever it judges. */
export type RuleEntry = {
  readonly kind: ReasonKind
  readonly judged: Judged
  readonly reads: readonly Input[]
  readonly orange: readonly Threshold[]
  readonly red: readonly Threshold[]
}

function judgedBy({ on, atFirst }: Rule): Judged {
  if (on === 'always') return 'pod'
  return atFirst === true ? 'first-answer' : 'answer'
}

type Definition = Omit<RuleEntry, 'judged'>

const entryOf = ({ kind, reads, orange, red }: Definition, judged: Judged): RuleEntry => ({
  kind,
  judged,
  reads,
  orange,
  red,
})

/** All rules that verdicts come from, the gravest first. */
export const RULE_BOOK: readonly RuleEntry[] = [
  ...RULES.map((rule) => entryOf(rule, judgedBy(rule))),
  ...SERVICE_RULES.map((rule) => entryOf(rule, 'service')),
  ...FLEET_RULES.map((rule) => entryOf(rule, 'fleet')),
].toSorted((a, b) => gravity(a.kind) - gravity(b.kind))

/** Thresholds that are no rule's own: they make all rules patient or forgetful, or for a while stricter. */
export const GENERAL_THRESHOLDS: readonly Threshold[] = [
  'worsenAfter',
  'recoverAfter',
  'freshIntervals',
  'hypercare',
]

/** The thresholds that a rule goes by, each once; those that all rules share are left out. */
export const thresholdsOf = ({ orange, red }: Pick<RuleEntry, 'orange' | 'red'>): readonly Threshold[] =>
  [...new Set([...orange, ...red])].filter((name) => !GENERAL_THRESHOLDS.includes(name))
