import { createContext, use } from 'react'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { ServiceDetail } from '#src/engine/protocol.ts'
import type { PreferencesStore } from './preferences.ts'
import type { Ticker } from './ticker.ts'
import type { WatchStore } from './watchStore.ts'

/** Everything known of one service's pods, as the screens take it. */
export type Detail = ServiceDetail

/** What every screen draws from; made once at start. */
export type Screen = {
  readonly watch: WatchStore
  readonly preferences: PreferencesStore
  readonly ticker: Ticker
  /** The viewer's zone, an IANA name. */
  readonly timeZone: string
  readonly openedAt: EpochMs
  /** `shared`: one poller for all tabs. */
  readonly mode: 'shared' | 'dedicated'
  readonly detail: (service: string) => Promise<Detail | null>
}

export const ScreenContext = createContext<Screen | null>(null)

/** The screen's sources. Only inside a ScreenContext; anything else is a fault of the program. */
export function useScreen(): Screen {
  const screen = use(ScreenContext)
  if (screen === null) throw new Error('useScreen needs a ScreenContext above it')
  return screen
}
