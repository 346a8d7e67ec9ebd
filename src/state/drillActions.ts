import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import type { PodFamilies } from '#src/domain/explorer/podFamilies.ts'
import type { Surroundings } from '#src/domain/surroundings/surroundings.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { DrillQuestion, PodRecord, Then } from '#src/engine/drillProtocol.ts'

export type { Around, PodRecord, Then } from '#src/engine/drillProtocol.ts'

/** Which signals of which pods, and of when. */
export type HistoryWanted = Omit<Extract<DrillQuestion, { readonly about: 'history' }>, 'about'>

/** What a screen may ask of one service or pod. Null everywhere: there is none, or nobody can tell. */
export type DrillActions = {
  readonly record: (service: string, pod: string) => Promise<PodRecord | null>
  readonly history: (wanted: HistoryWanted) => Promise<readonly SignalHistory[] | null>
  readonly families: (service: string, pod: string) => Promise<PodFamilies | null>
  /** False: there are too many pins already. */
  readonly pin: (service: string, pod: string, series: string, on: boolean) => Promise<boolean | null>
  readonly asOf: (service: string, at: EpochMs) => Promise<Then | null>
  readonly surroundings: (service: string) => Promise<Surroundings | null>
}
