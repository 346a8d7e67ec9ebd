import type { HealthState } from '#src/domain/health/healthReading.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Random } from '#src/domain/slope/testing/random.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'

/** A start of a pod's process. */
export type Start = { readonly at: EpochMs; readonly version: string }

/** Sample lines by name, as the page writes them: `queue_depth{queue="jobs"}`. */
export type MetricLines = Readonly<Record<string, number>>

/** What one pod would tell whoever asks it. Its functions are asked in order of time. */
export type PodPlay = {
  /** Oldest first; the first lies before the story begins. */
  readonly starts: readonly [Start, ...Start[]]
  /** Its metrics at `t`; the start time of its process is added to them. */
  readonly metrics: (t: EpochMs, start: Start) => MetricLines
  /** `ok` unless told. */
  readonly health?: (t: EpochMs) => HealthState
  /** How long its metrics page takes; 40 ms unless told. */
  readonly takes?: (t: EpochMs) => DurationMs
  /** Lines of families that nobody reads, 150 bytes each; none unless told. */
  readonly otherLines?: (t: EpochMs) => number
}

/** One service of a story: what the fleet file says of it, and what its pods do. */
export type ServicePlay = {
  readonly name: string
  readonly pods: number
  /** What the fleet file says besides names and addresses: bounds, workers, thresholds. */
  readonly file?: Readonly<Record<string, unknown>>
  /** `n`: which pod, from 1 on; `random` is its own, the same at each replay. */
  readonly play: (n: number, random: Random) => PodPlay
}

/** What the digest must say. Everything else that is orange or red is a fault. */
export type Tell = {
  readonly service: string
  readonly kind: ReasonKind
  readonly signal?: Signal
  /** It stands on this morning at the latest. */
  readonly namedBy: EpochMs
  /** And on this one it says all that follows. */
  readonly on: EpochMs
  /** How many pods are in it, */
  readonly pods: number
  readonly light: Light
  /** what its sentence says among others, */
  readonly says: readonly string[]
  /** and when the first pod gets to its limit: right within 15 % of the time that is left, unless another share is told. */
  readonly reaches?: { readonly at: EpochMs; readonly within?: number }
  /** From then on it is not told any more. */
  readonly endsBy?: EpochMs
}

/** What may stand beside it without being a fault. */
export type Beside = { readonly service: string; readonly kind: ReasonKind; readonly signal?: Signal }

/** A war story, or any other scenario: a fleet, what it does for some time, and what the digest must make of it. */
export type Story = {
  readonly name: string
  /** When the dashboard is opened. */
  readonly from: EpochMs
  /** The end: as a rule when the story's own team noticed. */
  readonly until: EpochMs
  readonly timeZone: string
  /** How often every pod is asked. */
  readonly every: DurationMs
  /** What the fleet file says besides services: time-out, caps. */
  readonly file?: Readonly<Record<string, unknown>>
  /** Those that ail, and their healthy twins: a service that nothing is told of has to stay green. */
  readonly services: readonly ServicePlay[]
  readonly tells: readonly Tell[]
  readonly beside?: readonly Beside[]
}
