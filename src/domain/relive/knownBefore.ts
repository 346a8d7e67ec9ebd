import { type HistoryBook, seriesName } from '#src/domain/series/historyBook.ts'
import { COARSE } from '#src/domain/series/history.ts'
import { SIGNALS } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** The first hour of a ring; null where nothing is in it. */
const firstHour = ({ oldest }: { readonly oldest: number }): EpochMs | null =>
  oldest < 0 ? null : oldest * COARSE.width

/** Whether anything is remembered of a pod from an hour before that of `t`. */
export const knownBefore = (
  histories: Pick<HistoryBook, 'get'>,
  service: string,
  pod: string,
  t: EpochMs,
): boolean =>
  SIGNALS.some((signal) => {
    const history = histories.get(seriesName(service, pod, signal))
    const first = history === null ? null : firstHour(history.coarse)
    return first !== null && first + COARSE.width <= t
  })
