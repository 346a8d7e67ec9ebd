import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import type { PodFamilies } from '#src/domain/explorer/podFamilies.ts'
import type { HealthReading } from '#src/domain/health/healthReading.ts'
import type { Heard, HeardFailure } from '#src/domain/heard/heard.ts'
import type { VerdictMoment } from '#src/domain/journal/verdictMoment.ts'
import type { Night } from '#src/domain/night/night.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { UnmatchedSignal } from '#src/domain/signals/unmatchedSignals.ts'
import type { Surroundings } from '#src/domain/surroundings/surroundings.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Tombstone } from '#src/domain/tombstone/tombstone.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { WeekSeen } from '#src/domain/week/week.ts'

/** What a screen of one service or pod asks of the worker. Whoever asks of a pod makes it one that is looked at. */
export type DrillQuestion =
  /** What each endpoint of a pod answered, to the letter; and what is kept of one that is gone. */
  | { readonly about: 'record'; readonly service: string; readonly pod: string }
  /** How signals went over `[from, to)`, in at most `places` steps; null: of all pods, of all signals. */
  | {
      readonly about: 'history'
      readonly service: string
      readonly pods: readonly string[] | null
      readonly signals: readonly Signal[] | null
      readonly from: EpochMs
      readonly to: EpochMs
      readonly places: number
    }
  /** All that the last metrics page of a pod held. Its next pages are then read whole for a while. */
  | { readonly about: 'families'; readonly service: string; readonly pod: string }
  /** Draws a series of a pod as a line from now on, or no longer. */
  | {
      readonly about: 'pin'
      readonly service: string
      readonly pod: string
      readonly series: string
      readonly on: boolean
    }
  /** How a service stood at a moment, and what changed around it. */
  | { readonly about: 'as-of'; readonly service: string; readonly at: EpochMs }
  | { readonly about: 'surroundings'; readonly service: string }
  /** How the whole fleet stood between two moments, as far as anybody watched. */
  | { readonly about: 'night'; readonly from: EpochMs; readonly to: EpochMs }
  | { readonly about: 'week'; readonly from: EpochMs; readonly to: EpochMs }

/** A pod to the letter. */
export type PodRecord = {
  /** The newest of each endpoint that was asked. */
  readonly heard: readonly Heard[]
  readonly failures: readonly HeardFailure[]
  /** Its newest health answer that was well, before the present one where that is not; null where none is known. */
  readonly lastGood: { readonly at: EpochMs; readonly reading: HealthReading } | null
  /** Of a pod that is gone; else null. */
  readonly tombstone: Tombstone | null
  /** Signals that nothing tells, because the metrics that the fleet file maps to them are not on the pod's page. */
  readonly unmatched?: readonly UnmatchedSignal[]
}

/** Something that changed around a moment. `what` names whose it is: a service, or one of its pods. */
export type Around = {
  readonly at: EpochMs
  readonly service: string
  readonly pod: string | null
} & (
  | { readonly kind: 'light'; readonly moment: VerdictMoment }
  | { readonly kind: 'deploy' | 'restart'; readonly version: string | null }
)

/** How a service stood at a moment. */
export type Then = {
  readonly at: EpochMs
  /** Null where nobody watched it, or it is too long ago. */
  readonly moment: VerdictMoment | null
  /** Since when its verdicts are known; null where none is. */
  readonly knownSince: EpochMs | null
  /** Of the service and of what it needs, within half an hour before and after, oldest first. */
  readonly around: readonly Around[]
  /** The signals of its pods at that moment, where they are known. */
  readonly values: readonly {
    readonly pod: string
    readonly signal: Signal
    readonly value: number
  }[]
  /** Which light it had when, within all that is known, oldest first; grey, and where nobody watched, are left out. */
  readonly past?: readonly PastLight[]
  /** When its light, its reasons or its pods changed, oldest first. */
  readonly turns?: readonly EpochMs[]
}

/** How long a service was seen with one light. */
export type PastLight = { readonly from: EpochMs; readonly to: EpochMs; readonly light: Light }

export type DrillAnswer =
  /** Null: there is no such pod, and nothing is kept of one. */
  | { readonly about: 'record'; readonly found: PodRecord | null }
  /** Null here and below: the fleet has no such service or pod, or what works it out could not be loaded. */
  | { readonly about: 'history'; readonly found: readonly SignalHistory[] | null }
  | { readonly about: 'families'; readonly found: PodFamilies | null }
  /** False: there are too many pins already. */
  | { readonly about: 'pin'; readonly found: boolean | null }
  | { readonly about: 'as-of'; readonly found: Then | null }
  | { readonly about: 'surroundings'; readonly found: Surroundings | null }
  | { readonly about: 'night'; readonly found: Night | null }
  | { readonly about: 'week'; readonly found: WeekSeen | null }
