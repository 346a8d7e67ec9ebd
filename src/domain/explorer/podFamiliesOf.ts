import type { SignalReadings } from '#src/domain/signals/signalReading.ts'
import { familiesOf, type WholePage } from './familiesOf.ts'
import type { PinnedSeries, PodFamilies } from './podFamilies.ts'

/**
 * All that a pod's last metrics page held, as it is shown. `now` is null while none was read whole, `before` while there was
 * none before it; `signals` are what was read of the pod, empty where nothing was.
 */
export const podFamiliesOf = (
  now: WholePage | null,
  before: WholePage | null,
  signals: SignalReadings['signals'],
  pinned: readonly PinnedSeries[],
): PodFamilies => ({
  at: now?.at ?? null,
  before: before?.at ?? null,
  seriesCount: now?.seriesCount ?? 0,
  bytes: now?.bytes ?? 0,
  truncatedBy: now?.truncatedBy ?? null,
  familyCount: now?.families.length ?? 0,
  families: now === null ? [] : familiesOf(now, before, { signals }),
  pinned,
})
