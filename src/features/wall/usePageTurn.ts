import { useCallback, useMemo, useState } from 'react'
import { pageAt, type PageTurn, untilNextPage } from '#src/domain/wall/wallPages.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import { useScreen } from '#src/state/screen.ts'
import { useOfNow } from '#src/state/useNow.ts'

/** The page that is shown of some, and how to turn it. */
export type Turning = {
  readonly page: number
  /** Until the next one comes by itself, to the second; null where none does. */
  readonly left: DurationMs | null
  /** False: somebody turned by hand, and it stays. */
  readonly turns: boolean
  /** Turns by hand. */
  readonly turnBy: (step: 1 | -1) => void
  /** Lets pages turn by themselves, or no longer. */
  readonly hold: () => void
}

/** Turns so many pages, each after `rotate` ms. Which one is shown follows from the time alone. */
export function usePageTurn(pages: number, rotate: DurationMs): Turning {
  const { ticker } = useScreen()
  const [turn, setTurn] = useState<PageTurn>(() => ({ from: 0, at: ticker.now(), turns: true }))
  const page = useOfNow((now) => pageAt(turn, now, rotate, pages))
  const left = useOfNow((now) => untilNextPage(turn, now, rotate, pages))
  const turnBy = useCallback(
    (step: 1 | -1) =>
      setTurn((before) => {
        const at = ticker.now()
        return { from: pageAt(before, at, rotate, pages) + step, at, turns: false }
      }),
    [ticker, rotate, pages],
  )
  const hold = useCallback(
    () =>
      setTurn((before) => {
        const at = ticker.now()
        return { from: pageAt(before, at, rotate, pages), at, turns: !before.turns }
      }),
    [ticker, rotate, pages],
  )
  const { turns } = turn
  return useMemo(() => ({ page, left, turns, turnBy, hold }), [page, left, turns, turnBy, hold])
}
