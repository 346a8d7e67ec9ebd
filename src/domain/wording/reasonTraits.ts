import type { ReasonKind } from '#src/domain/verdict/reason.ts'

/** Kinds that tell what each pod says, with its name, or whose line is long enough without. */
export const NAMING: ReadonlySet<ReasonKind> = new Set([
  'failing',
  'versions-disagree',
  'restarts',
  'drift',
  'load',
  'warm-up',
])

/** Kinds whose text tells its own time, or which are of this moment. */
export const TIMELESS: ReadonlySet<ReasonKind> = new Set([
  'restarts',
  'stale',
  'confirming',
  'flapping',
  'warm-up',
  'ticket',
])
