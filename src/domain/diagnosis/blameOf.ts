import type { Case } from './case.ts'
import type { Blame } from './finding.ts'
import { warmsUp } from './warmsUp.ts'

/** What of a deploy to suspect: what ails a service only as pods end, or start, does so whatever the deploy changed. */
export function blameOf(seen: Case): Blame {
  if (seen.patterns.some(({ kind }) => kind === 'terminating')) return 'end'
  return warmsUp(seen) === null ? 'change' : 'start'
}
