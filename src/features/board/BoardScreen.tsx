import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { formatAge } from '#src/domain/wording/formatDuration.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow, useOfNow } from '#src/state/useNow.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Notice } from '#src/ui/Notice.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { BoardBanners } from './BoardBanners.tsx'
import { BoardHead } from './BoardHead.tsx'
import { BoardSaid } from './BoardSaid.tsx'
import { boardKeys } from './boardKeys.ts'
import styles from './boardPage.module.css'
import { DeedFrame } from './deed/DeedFrame.tsx'
import { useDeeds } from './deed/deeds.ts'
import { Queue } from './Queue.tsx'
import { createQueue, type Queue as QueueSource } from './queueStore.ts'

const { board: words } = ticketTexts

/** A watch that told nothing of the board for this long will not by itself. */
const PATIENCE = seconds(10)

/** What is said while nothing is known of the board. */
function useSilence(): string | null {
  const { openedAt } = useScreen()
  const known = useBoard(({ desk }) => desk !== null)
  const faulty = useWatch(
    ({ fleetFile }) => fleetFile?.kind === 'invalid' || fleetFile?.kind === 'unreachable',
  )
  const waited = useOfNow((now) => {
    if (known || now - openedAt < PATIENCE) return ''
    const { value, unit } = formatAge(now - openedAt)
    return `${value} ${unit}`
  })
  if (known) return null
  if (faulty) return words.noFleet
  return waited === '' ? words.loading : words.noWatch(waited)
}

/** No ticket at all: what the last one was, and how one comes to be. */
function Empty() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const rows = useBoard((state) => state.rows)
  const hint = useBoard(({ desk }) => {
    if (desk?.automatic === false) return words.emptyHintByHand
    return desk?.log.automatic === false ? words.emptyHintReadOnly : words.emptyHint
  })
  const [last] = [...rows.values()]
    .flatMap(({ code, resolvedAt }) => (resolvedAt === null ? [] : [{ code, resolvedAt }]))
    .toSorted((a, b) => b.resolvedAt - a.resolvedAt)
  return (
    <Notice>
      <p>
        {last === undefined
          ? words.emptyNever
          : words.emptyLast(last.code, formatMoment(last.resolvedAt, now, timeZone))}
      </p>
      <p>{hint}</p>
    </Notice>
  )
}

/** That the order waits, and how many tickets for it. Always there, so that nothing moves when it speaks. */
function Held({ queue }: { readonly queue: QueueSource }) {
  const waiting = useStore(queue.store, (state) => state.waiting)
  return (
    <output className={styles.held}>
      {waiting > 0 && (
        <button type="button" onClick={queue.sortNow}>
          {words.held(waiting)} <kbd aria-hidden="true">{words.heldKey}</kbd>
        </button>
      )}
    </output>
  )
}

function Board() {
  const screen = useScreen()
  const deeds = useDeeds()
  const [queue] = useState(() => createQueue(screen))
  const silence = useSilence()
  const open = useStore(queue.store, ({ counts }) => counts.open)
  const listed = useStore(queue.store, ({ order }) => order.length > 0)
  useEffect(() => queue.start(), [queue])
  usePageKeys(boardKeys(deeds, queue, screen))
  return (
    <div className={styles.page}>
      <BoardHead queue={queue} silence={silence} />
      <main>
        <BoardBanners />
        {silence !== null && (
          <div className={styles.waiting}>
            <Skeleton rows={8} />
          </div>
        )}
        <Held queue={queue} />
        {silence === null && open === 0 && <Empty />}
        {listed && <Queue queue={queue} />}
      </main>
      <BoardSaid />
    </div>
  )
}

/** The incident board: who must act on what, now. */
export function BoardScreen() {
  return (
    <DeedFrame>
      <Board />
    </DeedFrame>
  )
}
