import type { Beside } from '#src/domain/chart/beside.ts'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** One signal's chart. */
export type SignalView = {
  readonly history: SignalHistory
  readonly beside: Beside | null
  /** The light in whose colour a drift is drawn; null where no reason speaks of the signal. */
  readonly light: Light | null
}

/** A tick of an axis and what is written there. */
export type Tick = { readonly at: number; readonly text: string }

/** The time that all charts show alike. */
export type TimeFrame = {
  readonly from: EpochMs
  /** Where what was read ends; what lies behind is expected. */
  readonly to: EpochMs
  readonly until: EpochMs
  readonly ticks: readonly Tick[]
  /** The moment that is looked at; null: now. */
  readonly at: EpochMs | null
}
