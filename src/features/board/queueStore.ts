import { createStore, type StoreApi } from 'zustand/vanilla'
import { type BoardCounts, boardCounts } from '#src/domain/ticket/boardCounts.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { Screen } from '#src/state/screen.ts'
import { movedBetween, orderOf, type QueueOrder, sameOrder, withNewcomers } from './queueOrder.ts'

/** The queue as it is drawn. */
export type QueueState = {
  readonly order: QueueOrder
  /** How many tickets would move if it were sorted now. */
  readonly waiting: number
  readonly counts: BoardCounts
}

/** Nothing moves under somebody's hand for so long after they last moved it. */
const HELD_FOR: DurationMs = seconds(30)

/** The order of the board: it follows the tickets and the clock, but waits while somebody is in the list. */
export type Queue = {
  readonly store: StoreApi<QueueState>
  /** Lets it follow. Returns how to stop. */
  readonly start: () => void | (() => void)
  /** Somebody is in the list and moves. */
  readonly hold: () => void
  /** Nobody is any more, or they want to have it sorted. */
  readonly sortNow: () => void
}

const sameCounts = (a: BoardCounts, b: BoardCounts): boolean =>
  a.open === b.open &&
  a.unacknowledged === b.unacknowledged &&
  a.breached === b.breached &&
  a.atRisk === b.atRisk &&
  a.nextDue === b.nextDue &&
  a.byPriority.every(({ count }, i) => count === b.byPriority[i]?.count)

/** The queue of a board. */
export function createQueue({ board, ticker }: Pick<Screen, 'board' | 'ticker'>): Queue {
  let heldUntil = Number.NEGATIVE_INFINITY
  const nowOf = (): EpochMs => ticker.now() + (board.getState().desk?.offset ?? 0)
  const rowsNow = () => board.getState().rows
  const store = createStore<QueueState>(() => ({
    order: orderOf(rowsNow(), nowOf()),
    waiting: 0,
    counts: boardCounts([...rowsNow().values()], nowOf()),
  }))

  const follow = (): void => {
    const next = orderOf(rowsNow(), nowOf())
    const counted = boardCounts([...rowsNow().values()], nowOf())
    store.setState((state) => {
      const counts = sameCounts(state.counts, counted) ? state.counts : counted
      const isHeld = ticker.now() < heldUntil && state.order.length > 0
      if (isHeld) {
        const order = withNewcomers(state.order, next)
        const waiting = movedBetween(order, next)
        const isSame = order === state.order && waiting === state.waiting && counts === state.counts
        return isSame ? state : { order, waiting, counts }
      }
      const order = sameOrder(state.order, next) ? state.order : next
      if (order === state.order && state.waiting === 0 && counts === state.counts) return state
      return { order, waiting: 0, counts }
    })
  }

  return {
    store,
    start: () => {
      follow()
      const stops = [board.subscribe(follow), ticker.subscribe(follow)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    hold: () => {
      heldUntil = ticker.now() + HELD_FOR
    },
    sortNow: () => {
      heldUntil = Number.NEGATIVE_INFINITY
      follow()
    },
  }
}
