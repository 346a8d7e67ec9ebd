import { openWindow, stillWindow, type Window } from '#src/domain/signals/window/window.ts'
import { seconds } from '#src/domain/time/units.ts'
import { scrapeOf } from './scrapeOf.ts'

/** For tests: the window between two pages written by hand, 10 s apart; of one page, without rates. */
export const windowOf = (before: string | null, now: string): Window => {
  const current = scrapeOf(now, seconds(1010))
  const still = stillWindow(current)
  if (before === null) return still
  const previous = scrapeOf(before, seconds(1000))
  return openWindow(
    { scrape: previous, still: stillWindow(previous) },
    { scrape: current, still },
    {
      before: null,
      now: null,
    },
  )
}
