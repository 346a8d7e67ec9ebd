import { useSyncExternalStore } from 'react'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import { useScreen } from './screen.ts'

/** The time now, rounded down to `step`: what asks for minutes is drawn once a minute. */
export function useNow(step: DurationMs = seconds(1)): EpochMs {
  const { ticker } = useScreen()
  return useSyncExternalStore(ticker.subscribe, () => Math.floor(ticker.now() / step) * step)
}

/** What a function makes of the time now; drawn again only when that changed. It answers with plain values. */
export function useOfNow<T extends string | number | boolean | null>(read: (now: EpochMs) => T): T {
  const { ticker } = useScreen()
  return useSyncExternalStore(ticker.subscribe, () => read(ticker.now()))
}
