import { useEffect, useState } from 'react'
import type { TicketStatistics } from '#src/domain/statistics/ticketStatistics.ts'
import { minutes } from '#src/domain/time/units.ts'
import { useScreen } from '#src/state/screen.ts'

/** Not counted anew more often than this. */
const AT_MOST_EACH = minutes(1)

/**
 * The team's figures, counted by the worker once the board was told, and again when a ticket has changed since, at most
 * once a minute. Undefined until the first answer, null while there is no watch that could give one.
 */
export function useFigures(): TicketStatistics | null | undefined {
  const { desk, board, ticker } = useScreen()
  const [told, setTold] = useState<TicketStatistics | null>()
  useEffect(() => {
    let isShown = true
    let of: unknown = null
    let askedAt = -Infinity
    const ask = async (): Promise<void> => {
      const figures = await desk.statistics()
      // Nothing was counted: that is tried again, whether a ticket changes or not.
      if (figures === null) of = null
      if (isShown) setTold((before) => figures ?? before ?? null)
    }
    const askIfDue = (): void => {
      const { desk: isTold, rows } = board.getState()
      if (isTold === null || rows === of || ticker.now() - askedAt < AT_MOST_EACH) return
      of = rows
      askedAt = ticker.now()
      void ask()
    }
    askIfDue()
    const stops = [board.subscribe(askIfDue), ticker.subscribe(askIfDue)]
    return () => {
      isShown = false
      for (const stop of stops) stop()
    }
  }, [desk, board, ticker])
  return told
}
