import type { Policy } from '#src/domain/verdict/policy.ts'

/** A sentence with the values of the thresholds that it names. */
export type PolicySentence = (policy: Policy) => string

/** What a rule says of itself. A light that it never gives is left out. */
export type RuleText = {
  readonly title: string
  /** What it looks at, and why. */
  readonly about: string
  readonly orange?: PolicySentence
  readonly red?: PolicySentence
  /** When it is told in grey: for most rules that is when what it rests on is old, which goes without saying. */
  readonly grey?: PolicySentence
}
