import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Spark } from '#src/domain/digest/digestRow.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { useScreen } from '#src/state/screen.ts'

/** The line of each signal of a pod, asked of the worker anew with every metrics page: `asOf` says when it was read. */
export function usePodLines(service: string, pod: string, asOf: EpochMs | null): ReadonlyMap<Signal, Spark> {
  const { lines } = useScreen()
  const { data } = useQuery({
    queryKey: ['lines', service, pod, asOf],
    queryFn: () => lines(service, pod),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return new Map((data?.lines ?? []).map((line) => [line.signal, line]))
}
