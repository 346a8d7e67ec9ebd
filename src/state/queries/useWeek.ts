import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { days, type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { WeekSeen, WeekTickets } from '#src/domain/week/week.ts'
import { checkActions } from '#src/state/checkActions.ts'
import { useScreen } from '#src/state/screen.ts'

const WEEK: DurationMs = days(7)

/** Nothing older than four weeks is kept. */
export const MOST_BACK = 3

/** A week is not another one within a minute; what did not answer is asked sooner. */
const AS_OFTEN: DurationMs = minutes(1)
const AGAIN_AFTER: DurationMs = seconds(5)

/** What is known of a week. */
export type KnownWeek = {
  /** How many weeks ago: 0 is that of the seven days until now. What was told before stays until the next answer. */
  readonly back: number
  readonly seen: WeekSeen
  /** Null: the board does not answer, or not yet. */
  readonly tickets: WeekTickets | null
}

/**
 * The numbers of the seven days that ended so many weeks ago, asked anew each minute. Undefined until the first answer; null
 * while there is no watch that could give one.
 */
export function useWeek(back: number): KnownWeek | null | undefined {
  const { ask, ticker } = useScreen()
  return useQuery({
    queryKey: ['week', back],
    queryFn: async (): Promise<KnownWeek | null> => {
      const to = ticker.now() - back * WEEK
      const { week, weekTickets } = checkActions(ask)
      const [seen, tickets] = await Promise.all([week(to - WEEK, to), weekTickets(to - WEEK, to)])
      return seen === null ? null : { back, seen, tickets }
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data === null || data?.tickets === null ? AGAIN_AFTER : AS_OFTEN,
    gcTime: 0,
  }).data
}
