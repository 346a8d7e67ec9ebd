import { type ReactNode, useMemo } from 'react'
import { useStore } from 'zustand'
import type { BoardCounts } from '#src/domain/ticket/boardCounts.ts'
import { minutes } from '#src/domain/time/units.ts'
import { headline } from '#src/domain/wording/fleetSentence.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { CopyLink } from '#src/ui/CopyLink.tsx'
import { PriorityMark } from '#src/ui/PriorityMark.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { BoardFilters } from './BoardFilters.tsx'
import { BoardFind } from './BoardFind.tsx'
import { boardSentence } from './boardSentence.ts'
import styles from './boardHead.module.css'
import { DeskLine } from './DeskLine.tsx'
import { DeedKeysButton } from './deed/DeedKeysButton.tsx'
import { useDeeds } from './deed/deeds.ts'
import type { Queue } from './queueStore.ts'

const { board: words } = ticketTexts

/** The fleet's own light and sentence: the board stands beside it, not instead of it. */
function Fleet() {
  const { timeZone } = useScreen()
  const strip = useWatch((state) => state.strip)
  const now = useNow(minutes(1))
  return (
    <p className={styles.fleet}>
      <a href={hashTo('/')}>
        <StatusLight light={strip?.light ?? 'unknown'} size={16} />
        {strip === null ? words.digest : headline(strip, now, timeZone)}
      </a>
    </p>
  )
}

type TotalProps = { readonly n: number; readonly light: 'red' | 'orange'; readonly children: ReactNode }

/** A count with the shape of what it counts; at rest while it is zero. */
function Total({ n, light, children }: TotalProps) {
  return (
    <li className={styles.total} data-light={n > 0 ? light : undefined}>
      {n > 0 && <StatusLight light={light} size={16} silent />}
      {children}
    </li>
  )
}

function Totals({ counts }: { readonly counts: BoardCounts }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { unacknowledged, breached, atRisk, open, byPriority, nextDue } = counts
  const { totals } = words
  return (
    <ul className={styles.totals} aria-label={totals.label}>
      <Total n={unacknowledged} light="red">
        {totals.acknowledge(unacknowledged)}
      </Total>
      <Total n={breached} light="red">
        {totals.breached(breached)}
      </Total>
      <Total n={atRisk} light="orange">
        {totals.atRisk(atRisk)}
      </Total>
      <li className={styles.total}>
        {totals.open(open)}
        {byPriority
          .filter(({ count }) => count > 0)
          .map(({ priority, count }) => (
            <span key={priority} className={styles.perPriority}>
              <PriorityMark priority={priority} /> {count}
            </span>
          ))}
      </li>
      {nextDue !== null && (
        <li className={styles.total}>{totals.nextDue(formatMoment(nextDue, now, timeZone))}</li>
      )}
    </ul>
  )
}

/** The top of the board: what it comes to, the fleet beside it, what is due next, and where all of it is kept. */
export function BoardHead({ queue, silence }: { readonly queue: Queue; readonly silence: string | null }) {
  const counts = useStore(queue.store, (state) => state.counts)
  const { openNew } = useDeeds()
  const sentence = useMemo(() => boardSentence(counts), [counts])
  return (
    <header className={styles.head}>
      <div className={styles.says}>
        <h1 className={styles.title}>
          {screenTexts.product} <span>{words.title}</span>
        </h1>
        <p className={styles.sentence}>{silence ?? sentence}</p>
        <Fleet />
      </div>
      <div className={styles.tools}>
        <BoardFind />
        <button type="button" className={styles.tool} aria-keyshortcuts="n" onClick={openNew}>
          {words.newTicket}
        </button>
        <DeedKeysButton list={words.keyList} />
      </div>
      <DeskLine />
      <div className={styles.bar}>
        {silence === null && <Totals counts={counts} />}
        <BoardFilters />
        <CopyLink />
      </div>
    </header>
  )
}
