import type { Following } from '#src/domain/drift/following.ts'
import type { Fleet, Service } from '#src/domain/fleet/fleet.ts'
import type { Span } from '#src/domain/prometheus/span.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { PastPod } from './pastPod.ts'

/** A service in the past, and where to look. */
export type PastService = {
  readonly service: Service
  readonly fleet: Fleet
  readonly pods: readonly PastPod[]
  /** The moments of the pages; it is lived through from the first of them … */
  readonly span: Span
  /** … to this one, which may be later than the last of them. */
  readonly until: EpochMs
  /** Of these times it is told how it stood, oldest first; what comes before only leads up to them. */
  readonly spans: readonly SeenSpan[]
  /** What is remembered of the service by now. */
  readonly memory: Following
  readonly timeZone: string
}
