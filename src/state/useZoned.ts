import { useMemo } from 'react'
import { useStore } from 'zustand'
import { shownZone } from '#src/domain/preferences/shownZone.ts'
import type { Screen } from './screen.ts'

/** The screen in the zone that was chosen, which may be the fleet's: another one, drawn anew, when that changes. */
export function useZoned(screen: Screen): Screen {
  const choice = useStore(screen.preferences, ({ zone }) => zone)
  const fleet = useStore(screen.watch, ({ strip }) => strip?.timeZone ?? null)
  const timeZone = shownZone(choice, { mine: screen.viewersZone, fleet })
  return useMemo(() => ({ ...screen, timeZone }), [screen, timeZone])
}
