import { createContext, use } from 'react'
import type { FleetPolicies } from '#src/domain/fleet/fleetPolicies.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { SlopeExplained } from '#src/domain/drift/explainSlope.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { BehindService } from '#src/engine/watch/behindService.ts'
import type { ImportOutcome, PodLines, ServiceDetail } from '#src/engine/protocol.ts'
import type { BoardStore } from './boardStore.ts'
import type { Ask } from './checkActions.ts'
import type { DeskActions } from './deskActions.ts'
import type { DrillActions } from './drillActions.ts'
import type { PreferencesStore } from './preferences.ts'
import type { Storage } from './storage.ts'
import type { Ticker } from './ticker.ts'
import type { WatchStore } from './watchStore.ts'

/** Everything known of one service's pods, as the screens take it. */
export type Detail = ServiceDetail

/** What a service's trouble and its deploys come to, as the screens take it. */
export type Behind = BehindService

/** What every screen draws from; made once at start. */
export type Screen = {
  readonly watch: WatchStore
  readonly board: BoardStore
  readonly desk: DeskActions
  readonly drill: DrillActions
  /** Asks the worker whatever has no action of its own here: screens of later chunks make theirs of it. */
  readonly ask: Ask
  readonly preferences: PreferencesStore
  /** Where this browser keeps what somebody has begun to write. */
  readonly storage: Storage
  readonly ticker: Ticker
  /** The zone that moments are told in, an IANA name: the viewer's own, unless another one was chosen. */
  readonly timeZone: string
  /** That of this browser. */
  readonly viewersZone: string
  readonly openedAt: EpochMs
  /** `shared`: one poller for all tabs. */
  readonly mode: 'shared' | 'dedicated'
  /** Null, here and below, for what the fleet does not have. */
  readonly detail: (service: string) => Promise<Detail | null>
  /** What is behind a service's light; also null where it cannot be worked out. */
  readonly behind: (service: string) => Promise<Behind | null>
  /** The thresholds that verdicts go by; null while no fleet file is in use. */
  readonly policies: () => Promise<FleetPolicies | null>
  /** The lines of all signals of one pod. */
  readonly lines: (service: string, pod: string) => Promise<PodLines | null>
  /** What the slope of one signal rests on. */
  readonly explain: (service: string, pod: string, signal: Signal) => Promise<SlopeExplained | null>
  /** All that is remembered, as one file. Null here and below while the watch cannot do it. */
  readonly exportHistory: () => Promise<Uint8Array<ArrayBuffer> | null>
  /** Adds what such a file holds to what is remembered. */
  readonly importHistory: (file: Uint8Array) => Promise<ImportOutcome | null>
  /** Gives a token for the source that is shown so, for this session; null forgets it. False where it was not taken. */
  readonly giveToken: (token: string | null, shown: string) => Promise<boolean>
}

export const ScreenContext = createContext<Screen | null>(null)

/** The screen's sources. Only inside a ScreenContext; anything else is a fault of the program. */
export function useScreen(): Screen {
  const screen = use(ScreenContext)
  if (screen === null) throw new Error('useScreen needs a ScreenContext above it')
  return screen
}
