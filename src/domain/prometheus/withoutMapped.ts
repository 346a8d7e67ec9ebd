import type { MappedSignal } from '#src/domain/signals/mappedSignal.ts'
import type { PastReading } from './replayScrapes.ts'

/**
 * The past of a pod without the signals that metrics of its service's own tell: an API for values keeps no types, so that
 * a counter cannot be told from a gauge there, and what is recognised under the signal's name is something else.
 */
export function withoutMapped(
  readings: readonly PastReading[],
  mapped: readonly MappedSignal[],
): readonly PastReading[] {
  if (mapped.length === 0) return readings
  const own = new Set<PastReading['signal']>(mapped.map(({ signal }) => signal))
  return readings.filter(({ signal }) => !own.has(signal))
}
