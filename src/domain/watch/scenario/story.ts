import type { Hypercare } from '#src/domain/deploy/hypercareOf.ts'
import type { HealthCheck, HealthLog, HealthState } from '#src/domain/health/healthReading.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Random } from '#src/domain/slope/testing/random.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'

/** A start of a pod's process. */
export type Start = { readonly at: EpochMs; readonly version: string }

/** Sample lines by name, as the page writes them: `queue_depth{queue="jobs"}`. */
export type MetricLines = Readonly<Record<string, number>>

/** What a named part of a health page says. */
export type PlayedCheck = Pick<HealthCheck, 'name' | 'state' | 'message'>

/** What comes of a question: an answer, nobody who takes the connection, or nothing until the time is out. */
export type Answering = 'ok' | 'refused' | 'timeout'

/** A family whose series are told apart by one label: what the label of the n-th of them says, from 0 on. */
export type OtherFamily = {
  readonly family: string
  readonly label: string
  readonly example: (n: number) => string
}

/** What one pod would tell whoever asks it. Its functions are asked in order of time. */
export type PodPlay = {
  /** Oldest first; the first lies before the story begins. */
  readonly starts: readonly [Start, ...Start[]]
  /** Its metrics at `t`; the start time of its process is added to them. */
  readonly metrics: (t: EpochMs, start: Start) => MetricLines
  /** What comes of a question to any of its endpoints; `ok` unless told. */
  readonly answers?: (t: EpochMs) => Answering
  /** What its health page says; unless told, the worst that its checks say. */
  readonly health?: (t: EpochMs) => HealthState
  /** The named checks of its health page; none unless told. */
  readonly checks?: (t: EpochMs) => readonly PlayedCheck[]
  /** The last log entries that its health page carries, oldest first; none unless told. */
  readonly logs?: (t: EpochMs) => readonly HealthLog[]
  /** What its readiness says, where the fleet file names its path; not asked unless told. */
  readonly ready?: (t: EpochMs) => HealthState
  /** How long its metrics page takes; 40 ms unless told. */
  readonly takes?: (t: EpochMs) => DurationMs
  /** Lines of families that nobody reads, 150 bytes each; none unless told. */
  readonly otherLines?: (t: EpochMs) => number
  /** The family that all of those lines are of; of many small ones unless told. */
  readonly otherFamily?: OtherFamily
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
  /** It stands on this morning, or at this look, at the latest. */
  readonly namedBy: EpochMs
  /** And at this one it says all that follows. */
  readonly on: EpochMs
  /** How many pods are in it, */
  readonly pods: number
  readonly light: Light
  /** what its sentence says among others, */
  readonly says: readonly string[]
  /** what the diagnosis of its service says among others, */
  readonly diagnosis?: readonly string[]
  /** why its service is watched more closely then, */
  readonly care?: Hypercare['because']
  /** which service its own is shown under then; itself, where others are shown under it, */
  readonly root?: string
  /** and when the first pod gets to its limit: right within 15 % of the time that is left, unless another share is told. */
  readonly reaches?: { readonly at: EpochMs; readonly within?: number }
  /** The looks at which it stands; at every other one it does not. */
  readonly only?: readonly EpochMs[]
  /** From then on it is not told any more. */
  readonly endsBy?: EpochMs
}

/** What may stand beside it without being a fault. */
export type Beside = { readonly service: string; readonly kind: ReasonKind; readonly signal?: Signal }

/** From `from` on, every pod is asked each `every`. */
export type Pace = { readonly from: EpochMs; readonly every: DurationMs }

/** A war story, or any other scenario: a fleet, what it does for some time, and what the digest must make of it. */
export type Story = {
  readonly name: string
  /** What happens, in one sentence. */
  readonly says: string
  /** When the dashboard is opened. */
  readonly from: EpochMs
  /** The end: as a rule when the story's own team noticed. */
  readonly until: EpochMs
  readonly timeZone: string
  /** How often every pod is asked: at the beginning, */
  readonly every: DurationMs
  /** and later on, in order of time: what is over within minutes is asked for every few seconds. */
  readonly pace?: readonly Pace[]
  /** When somebody looks besides each morning at 8:55, in order of time. */
  readonly looks?: readonly EpochMs[]
  /** The moment from which on it is worth watching: a live show of it starts there. */
  readonly liveFrom: EpochMs
  /** What the fleet file says besides services: time-out, caps. */
  readonly file?: Readonly<Record<string, unknown>>
  /** Those that ail, and their healthy twins: a service that nothing is told of has to stay green. */
  readonly services: readonly ServicePlay[]
  readonly tells: readonly Tell[]
  readonly beside?: readonly Beside[]
}
