import type { Reason, ReasonKind } from '#src/domain/verdict/reason.ts'

/** Whether a reason is of a kind, and so has its facts. */
export const isKind = <K extends ReasonKind>(reason: Reason | Reason<K>, kind: K): reason is Reason<K> =>
  reason.kind === kind
