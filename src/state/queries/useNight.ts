import { keepPreviousData, replaceEqualDeep, useQuery } from '@tanstack/react-query'
import { isSameNight } from '#src/domain/night/isSameNight.ts'
import type { Night } from '#src/domain/night/night.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import { checkActions } from '#src/state/checkActions.ts'
import { useScreen } from '#src/state/screen.ts'

const AS_OFTEN: DurationMs = seconds(5)

/** What is not there yet, or not whole yet, is asked for sooner. */
const SOON: DurationMs = seconds(1)

const isNight = (told: unknown): told is Night => typeof told === 'object' && told !== null && 'gaps' in told

/** What is told again stays the same objects; a night in which only the time went on stays as it was, for a minute. */
function shared(was: unknown, is: unknown): unknown {
  return isNight(was) && isNight(is) && isSameNight(was, is) ? was : replaceEqualDeep(was, is)
}

/**
 * The night since `from`, while somebody looks; it says by its `to` until when. Null as `from` asks nothing. What was told of
 * another night stays until the next answer, and says so by its `from`. Undefined until the first answer; null while there
 * is no watch that could answer.
 */
export function useNight(from: EpochMs | null): Night | null | undefined {
  const { ask } = useScreen()
  return useQuery({
    queryKey: ['night', from],
    queryFn: () => checkActions(ask).night(from ?? 0, Infinity),
    enabled: from !== null,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data === null || data?.filling === true ? SOON : AS_OFTEN),
    structuralSharing: shared,
    gcTime: 0,
  }).data
}
