import type { Hypercare } from '#src/domain/deploy/hypercareOf.ts'
import type { StartMark } from '#src/domain/series/startLife.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { TicketTotals } from './ticketTotals.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'

/** One pod in its service's row. */
export type PodCell = {
  readonly name: string
  readonly light: Light
  /** When the newest answer of its health endpoint (or the failure to get one) came in. */
  readonly observedAt: EpochMs | null
  readonly version: string | null
}

/** The straight line that was fitted to a signal, in the signal's unit. */
export type SparkSlope = {
  readonly perHour: number
  /** The 95 % interval of `perHour`; infinite where nothing is known of it. */
  readonly ci: readonly [number, number]
  /** False: it neither rises nor falls in a way that is worth a word. */
  readonly isDrift: boolean
  /** Since when it drifts; null where it does not. */
  readonly since: EpochMs | null
  /** Where the line begins and ends. */
  readonly from: EpochMs
  readonly fromValue: number
  readonly to: EpochMs
  readonly toValue: number
  /** When a drift reaches the bound; null where there is none, or that is too far away to be said. */
  readonly reachedAt: EpochMs | null
  /** The 95 % interval of that moment; its end is null where the slope may as well be none. */
  readonly reachedBetween: readonly [EpochMs, EpochMs | null] | null
}

/** A start of the process, drawn where it lies on the line. */
export type SparkMark = StartMark

/** A signal's line, of half an hour up to four weeks: `values[i]` at `from + i × step`; NaN is a gap. */
export type Spark = {
  readonly signal: Signal
  /** The pod that is drawn: the one its reason names, else the highest. */
  readonly pod: string
  /** When its newest value was read. */
  readonly readAt: EpochMs
  readonly from: EpochMs
  readonly step: DurationMs
  readonly values: Float32Array
  readonly bound: number | null
  /** Null while too little is known. */
  readonly slope: SparkSlope | null
  readonly marks: readonly SparkMark[]
}

export type ServiceLinks = {
  readonly runbook: string | null
  readonly dashboard: string | null
  readonly logs: string | null
  readonly channel: string | null
}

/** Where a service stands among others that are in trouble. All are names of services. */
export type RowCascade = {
  /** The suspected root that it is shown under; null where it stands for itself. */
  readonly root: string | null
  /** From what it needs itself to the root. */
  readonly via: readonly string[]
  /** What is shown under it, the nearest first. */
  readonly affected: readonly string[]
}

/** One service as the digest shows it: small, view-ready, plain data. */
export type ServiceRow = {
  readonly name: string
  readonly team: string | null
  readonly tier: number | null
  /** As the fleet file has them; left out where it has none. */
  readonly labels?: Readonly<Record<string, string>>
  readonly light: Light
  /** Since when it has this light. */
  readonly since: EpochMs
  /** Set while the dashboard is blind or the data is old: what it last showed, and when that was seen. */
  readonly lastKnown: { readonly light: Light; readonly at: EpochMs } | null
  /** Worst first. Empty when green. */
  readonly reasons: readonly Reason[]
  /** Left out where it has nothing to do with the trouble of others. */
  readonly cascade?: RowCascade
  /** A version on its way through the pods, while that is under way. */
  readonly rollout?: { readonly version: string; readonly updated: number; readonly of: number }
  /** Why, and until when, it is watched more closely. */
  readonly care?: Hypercare
  readonly pods: readonly PodCell[]
  /** The version all pods share, or null when they disagree or none is known. */
  readonly version: string | null
  /** The oldest of its pods' newest answers: the age of what the row shows. */
  readonly observedAt: EpochMs | null
  readonly spark: Spark | null
  readonly links: ServiceLinks
}

/** The dashboard itself cannot see: not a statement about the services. */
export type Blindness = {
  readonly since: EpochMs
  readonly cause: 'offline' | 'home-unreachable' | 'most-failed'
  /** Pods whose newest probe failed, of those asked in the same cycle. */
  readonly failed: number
  readonly of: number
  /** What the fleet looked like before; null where nothing had been seen by then. */
  readonly before?: LightCounts | null
}

/** How many services have which light. */
export type LightCounts = Readonly<Record<Light, number>>

/** The strip above the rows. */
export type FleetStrip = {
  readonly title: string
  /** The zone of the fleet's mornings, an IANA name; left out where it has no service. */
  readonly timeZone?: string
  readonly light: Light
  readonly counts: LightCounts
  readonly podCount: number
  readonly blind: Blindness | null
  /** Services whose pods all answered, or failed, at least once; null when that is all of them, or while blind. */
  readonly looking: { readonly seen: number; readonly of: number } | null
  /** All have been looked at, but what is stored or asked for of their past is not judged yet. */
  readonly judgingPast: boolean
  /** Left out while nothing is known of tickets. */
  readonly tickets?: TicketTotals
  /** The oldest observation in the digest; while looking, of what was seen. Null where something never was. */
  readonly observedAt: EpochMs | null
}
