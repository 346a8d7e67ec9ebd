import type { ReasonKind } from '#src/domain/verdict/reason.ts'
import { hashTo } from '#src/state/hashTo.ts'

/** Where a rule stands on the page. */
export const ruleId = (kind: ReasonKind): string => `rule-${kind}`

/** The address of a rule: `#/rules?rule=drift`. */
export const ruleAddress = (kind: ReasonKind): string => hashTo('/rules', { rule: kind })

/** The top of the page. */
export const TOP = 'rules'

/** Brings a rule into view and leads the keyboard there; where there is none of that kind, the top of the page. */
export function showRule(kind: string): void {
  const section = document.getElementById(`rule-${kind}`)
  const place = section ?? document.getElementById(TOP)
  place?.scrollIntoView({ block: 'start' })
  section?.querySelector('h2')?.focus({ preventScroll: true })
}
