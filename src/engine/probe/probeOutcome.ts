import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { err, type Result } from '#src/domain/result.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Answer } from '#src/domain/watch/observation.ts'
import type { Tapped } from './tap.ts'

/** How one request of a probe ended. `absent`: nothing is at this path, try the next. */
export type ProbeOutcome = {
  readonly answer: Answer
  /**
   * When it was asked. An answer may lie for hours before it is looked at, on a computer that slept; that it was
   * not true before the question is all that is certain.
   */
  readonly at: EpochMs
  readonly took: DurationMs
  readonly absent: boolean
  /** To the letter; left out where nothing was asked. */
  readonly tapped?: Tapped
}

/** A failure as the answer of an endpoint, whichever it is. */
export function failedAnswer(endpoint: Endpoint, failure: ProbeFailure): Answer {
  const result: Result<never, ProbeFailure> = err(failure)
  return { endpoint, result }
}
