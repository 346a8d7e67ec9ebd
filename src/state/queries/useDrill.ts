import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import type { PodFamilies } from '#src/domain/explorer/podFamilies.ts'
import type { Surroundings } from '#src/domain/surroundings/surroundings.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { HistoryWanted, PodRecord, Then } from '#src/state/drillActions.ts'
import { useScreen } from '#src/state/screen.ts'

/** The worker answers from memory: as often as it may have heard something new, for as long as somebody looks. */
const AS_OFTEN: DurationMs = seconds(2)

/** What each endpoint of a pod answered, to the letter. Undefined until the first answer; null where nothing is known. */
export function usePodRecord(service: string, pod: string): PodRecord | null | undefined {
  const { drill } = useScreen()
  return useQuery({
    queryKey: ['record', service, pod],
    queryFn: () => drill.record(service, pod),
    refetchInterval: AS_OFTEN,
  }).data
}

/**
 * How signals went, asked anew when `asOf` changes: when the newest page was read. What was told before stays until the
 * next answer. Undefined until the first; null where there is nothing such.
 */
export function useHistory(
  wanted: HistoryWanted,
  asOf: EpochMs | null,
): readonly SignalHistory[] | null | undefined {
  const { drill } = useScreen()
  return useQuery({
    queryKey: ['history', wanted, asOf],
    queryFn: () => drill.history(wanted),
    placeholderData: keepPreviousData,
    gcTime: 0,
  }).data
}

/** Everything that a pod's last metrics page held; while it is asked for, its pages are read whole. */
export function useFamilies(service: string, pod: string): PodFamilies | null | undefined {
  const { drill } = useScreen()
  return useQuery({
    queryKey: ['families', service, pod],
    queryFn: () => drill.families(service, pod),
    refetchInterval: AS_OFTEN,
    gcTime: 0,
  }).data
}

/**
 * How a service stood at a moment. What was told of another moment of it stays until the answer comes, and says by its `at`
 * that it is that one's. Undefined until the first answer.
 */
export function useAsOf(service: string, at: EpochMs): Then | null | undefined {
  const { drill } = useScreen()
  return useQuery({
    queryKey: ['then', service, at],
    queryFn: () => drill.asOf(service, at),
    placeholderData: (told, query) => (query?.queryKey[1] === service ? told : undefined),
    // What is stored of the past is read while the page is there already.
    refetchInterval: ({ state }) => seconds(state.data?.moment === null ? 5 : 30),
    gcTime: 0,
  }).data
}

/** What a service needs and what needs it. */
export function useSurroundings(service: string): Surroundings | null | undefined {
  const { drill } = useScreen()
  return useQuery({
    queryKey: ['surroundings', service],
    queryFn: () => drill.surroundings(service),
    refetchInterval: seconds(10),
  }).data
}
