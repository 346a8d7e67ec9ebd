import type { SignalReadings } from '#src/domain/signals/signalReading.ts'
import { familiesOf, type WholePage } from './familiesOf.ts'
import type { PinnedSeries, PodFamilies } from './podFamilies.ts'

const NOTHING: Omit<PodFamilies, 'pinned'> = {
  at: null,
  before: null,
  seriesCount: 0,
  bytes: 0,
  truncatedBy: null,
  familyCount: 0,
  families: [],
}

/**
 * All that a pod's last metrics page held, as it is shown. `now` is null while none was read whole, `before` while there was
 * none before it; `signals` are what was read of the pod, empty where nothing was.
 */
export function podFamiliesOf(
  now: WholePage | null,
  before: WholePage | null,
  signals: SignalReadings['signals'],
  pinned: readonly PinnedSeries[],
): PodFamilies {
  if (now === null) return { ...NOTHING, pinned }
  const { at, seriesCount, bytes, truncatedBy, families } = now
  return {
    at,
    before: before?.at ?? null,
    seriesCount,
    bytes,
    truncatedBy,
    familyCount: families.length,
    families: familiesOf(now, before, { signals }),
    pinned,
  }
}
