import { newCheckBudget } from './checkBudget.ts'
import type { CheckBudget } from './checkBudget.ts'
import { worstState } from './healthRank.ts'
import type { HealthCheck, HealthFormat, HealthState } from './healthReading.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'

/** What one family recognises in a body, before the HTTP status has its say. */
export type Finding = {
  readonly format: HealthFormat
  readonly state: HealthState
  /** The body's own words for the whole: reason, output, error. */
  readonly words: string | null
  readonly checks: readonly HealthCheck[]
  readonly version: string | null
  /** `state` has the HTTP status in it already: the family gives codes a meaning of their own. */
  readonly settled: boolean
  /** The body gave its verdict itself; else it was worked out from its checks. */
  readonly stated: boolean
}

/** What a family sees beside the body. */
export type HealthContext = {
  readonly status: number
  /** Lower case, without parameters; empty when the answer names none. */
  readonly mediaType: string
  readonly budget: CheckBudget
}

export const healthContext = (status: number, contentType: string | null): HealthContext => ({
  status,
  mediaType: (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
  budget: newCheckBudget(),
})

/** A family of JSON health answers: what it reads in the body, or null where the body is not of its shape. */
export type JsonFamily = (body: JsonObject, context: HealthContext) => Finding | null

/** The same for answers that are a JSON list. */
export type ListFamily = (body: readonly unknown[], context: HealthContext) => Finding | null

/** The same for plain text, trimmed and not empty. */
export type TextFamily = (text: string, context: HealthContext) => Finding | null

type Known = Partial<Omit<Finding, 'format' | 'state' | 'stated'>> & { readonly format: HealthFormat }

/** A finding whose verdict the body states. */
export const found = (known: Known & { readonly state: HealthState }): Finding => ({
  words: null,
  checks: [],
  version: null,
  settled: false,
  stated: true,
  ...known,
})

/** A finding whose verdict is the worst of its checks: the body has no word for the whole. */
export const foundByChecks = (known: Known & { readonly checks: readonly HealthCheck[] }): Finding => ({
  ...found({ ...known, state: worstState(known.checks.map((check) => check.state)) }),
  stated: false,
})
