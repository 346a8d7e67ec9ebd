import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SlopeExplained } from '#src/domain/drift/explainSlope.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { useScreen } from '#src/state/screen.ts'

/**
 * What the slope of a signal rests on, asked of the worker anew with every metrics page: `asOf` says when it was read.
 * Undefined until the first answer; null for a signal that is not judged by its slope, or of which nothing is known yet.
 */
export function useExplained(
  service: string,
  pod: string,
  signal: Signal,
  asOf: EpochMs | null,
): SlopeExplained | null | undefined {
  const { explain } = useScreen()
  const { data } = useQuery({
    queryKey: ['explain', service, pod, signal, asOf],
    queryFn: () => explain(service, pod, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return data
}
