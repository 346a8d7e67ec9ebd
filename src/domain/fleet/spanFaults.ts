import { faultAt } from './faultAt.ts'
import type { FleetIssue } from './fleetIssue.ts'
import { joinPath } from './issueText.ts'
import { endIn, momentIn } from './localMoment.ts'

type Span = { readonly from: string; readonly to: string }

const BACKWARDS = {
  expected: 'an end that is later than its beginning',
  repair: 'Swap from and to, or correct one of them.',
}

/** Spans that end before they begin. Where only one end has an offset this is judged as if the other were in UTC. */
export const spanFaults = (spans: readonly Span[], path: string): FleetIssue[] =>
  spans.flatMap(({ from, to }, i) =>
    (endIn(to, 'UTC') ?? 0) > (momentIn(from, 'UTC') ?? 0)
      ? []
      : [faultAt(joinPath(joinPath(path, i), 'to'), to, BACKWARDS)],
  )
