import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** What an engine answers about the series so far, as of its last sample. */
export type Answer = {
  /** Gauge: units per hour. Counter: units per second per hour. */
  readonly slopePerHour: number
  /** 95 % interval of the slope. */
  readonly ci: readonly [number, number]
  readonly verdict: 'flat' | 'drift' | 'transient' | 'insufficient'
  /** Until the limit is reached; 0 at the limit; null without limit or without end. */
  readonly etaMs: DurationMs | null
  /** Why; only printed. */
  readonly reason?: unknown
}

/** Whatever is judged: the drift engine of the dashboard, or another way to do the same. */
export type Engine = {
  readonly push: (t: EpochMs, v: number) => void
  readonly restart: (t: EpochMs) => void
  readonly assess: () => Answer
  /** A cheap form of `assess().verdict === 'drift'`, asked at each sample where there is one. */
  readonly drifting?: () => boolean
}

export type EngineFacts = { readonly limit?: number; readonly kind: 'gauge' | 'counter' }

export type EngineFactory = (facts: EngineFacts) => Engine
