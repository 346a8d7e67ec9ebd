import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { QueueGroupName } from '#src/domain/ticket/queueOf.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { Notice } from '#src/ui/Notice.tsx'
import { useKeptFocus } from '#src/ui/useKeptFocus.ts'
import { useMe } from './deed/useMe.ts'
import styles from './queue.module.css'
import rowStyles from './ticketRow.module.css'
import { isShown, showAll, useBoardFilter } from './boardFilter.ts'
import type { QueueOrder } from './queueOrder.ts'
import type { Queue as QueueSource } from './queueStore.ts'
import { focusTicket, ticketHere } from './rowPlaces.ts'
import { TicketRowView } from './TicketRowView.tsx'

const { board: words } = ticketTexts

/** From this many rows on, those outside the window are not laid out. */
const MANY = 60

/** So many rows fill any window: the first paint waits for them alone, the others follow as the page finds time. */
const FIRST = 40

/** The order with what is not asked for left out. */
function useShown(order: QueueOrder): QueueOrder {
  const rows = useBoard((state) => state.rows)
  const filter = useBoardFilter()
  const me = useMe()
  return useMemo(() => {
    const isWanted = (id: string, group: QueueGroupName): boolean => {
      const row = rows.get(id)
      return row !== undefined && isShown(row, group, filter, me)
    }
    return order
      .map(({ group, ids }) => ({ group, ids: ids.filter((id) => isWanted(id, group)) }))
      .filter(({ ids }) => ids.length > 0)
  }, [order, rows, filter, me])
}

/** The first rows of an order; its groups stay, and the last ones may be empty. */
function firstOf(order: QueueOrder, limit: number): QueueOrder {
  let left = limit
  return order.map(({ group, ids }) => {
    const drawn = ids.slice(0, left)
    left -= drawn.length
    return { group, ids: drawn }
  })
}

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog') !== null

/** Holds the order while the pointer or the keyboard is in the list and moves, and lets it go when it leaves. */
function useHold({ hold, sortNow }: QueueSource) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const it = list.current
    if (it === null) return
    const onPointerLeave = (): void => {
      if (!it.contains(document.activeElement) && !inDialog(document.activeElement)) sortNow()
    }
    // A window about one of its tickets is still a look at the list.
    const onFocusOut = ({ relatedTarget: to }: FocusEvent): void => {
      if (inDialog(to) || (to instanceof Node && it.contains(to)) || it.matches(':hover')) return
      sortNow()
    }
    const moves = ['pointermove', 'pointerdown', 'focusin', 'keydown'] as const
    for (const name of moves) it.addEventListener(name, hold, { passive: true })
    it.addEventListener('pointerleave', onPointerLeave)
    it.addEventListener('focusout', onFocusOut)
    return () => {
      for (const name of moves) it.removeEventListener(name, hold)
      it.removeEventListener('pointerleave', onPointerLeave)
      it.removeEventListener('focusout', onFocusOut)
    }
  }, [hold, sortNow])
  return list
}

function NothingShown() {
  const { find } = useBoardFilter()
  return (
    <Notice title={find === '' ? words.noneShown : words.noMatch(find)}>
      <button type="button" onClick={showAll}>
        {words.showAll}
      </button>
    </Notice>
  )
}

/** All tickets by what they want of people, in the order in which they want it. */
export function Queue({ queue }: { readonly queue: QueueSource }) {
  const order = useStore(queue.store, (state) => state.order)
  const shown = useShown(order)
  const list = useHold(queue)
  useKeptFocus(ticketHere, focusTicket)
  const limit = useDeferredValue(Number.POSITIVE_INFINITY, FIRST)
  const drawn = useMemo(() => firstOf(shown, limit), [shown, limit])
  const count = shown.reduce((sum, { ids }) => sum + ids.length, 0)
  return (
    <div ref={list}>
      {count === 0 && <NothingShown />}
      {shown.map(({ group, ids }, at) => (
        <section key={group} className={styles.section} aria-labelledby={`queue-${group}`}>
          <div className={styles.head} data-group={group}>
            <h2 id={`queue-${group}`}>{words.group[group]}</h2>
            <span className={styles.count}>{ids.length}</span>
          </div>
          <ul className={count >= MANY ? rowStyles.many : undefined}>
            {drawn[at]?.ids.map((id) => (
              <TicketRowView key={id} id={id} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
