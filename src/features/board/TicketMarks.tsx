import { useCallback } from 'react'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { restoringWords, ticketMarks } from '#src/domain/wording/ticketMarks.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { keyed } from '#src/ui/keyed.ts'
import { Ticking } from './clock/Ticking.tsx'
import { useOffset } from './clock/useOffset.ts'
import { useDeedState } from './deed/deeds.ts'
import styles from './ticketRow.module.css'
import { type NameOf, useNameOf } from './useNameOf.ts'

function Restoring({ restoring }: { readonly restoring: NonNullable<TicketRow['restoring']> }) {
  const { timeZone } = useScreen()
  const offset = useOffset()
  const read = useCallback(
    (now: EpochMs) => restoringWords(restoring, now + offset, timeZone),
    [restoring, offset, timeZone],
  )
  return (
    <b className={styles.restoring}>
      <Ticking read={read} />
    </b>
  )
}

/** Said only where there are others: that all is kept in this browser stands over the board. */
function Sending({ row }: { readonly row: TicketRow }) {
  const isPending = useDeedState(({ pending }) => pending.has(row.id))
  const isShared = useBoard(({ desk }) => desk?.log.kind === 'nats')
  if (isPending) return <span className={styles.sending}>{ticketTexts.mark.pending}</span>
  if (row.sending === 'sent' || !isShared) return null
  return <span className={styles.sending}>{ticketTexts.sending[row.sending]}</span>
}

/** The same row with people as they are called. */
function called(row: TicketRow, nameOf: NameOf): TicketRow {
  const { ack, coResponders, crossedBy } = row
  return {
    ...row,
    ack: ack === null ? null : { ...ack, by: nameOf(ack.by) },
    coResponders: coResponders.map(nameOf),
    crossedBy: crossedBy === null ? null : [nameOf(crossedBy[0]), nameOf(crossedBy[1])],
  }
}

/** The state of a ticket in words, and what else is to be known of it. */
export function TicketMarks({ row }: { readonly row: TicketRow }) {
  const { timeZone } = useScreen()
  const nameOf = useNameOf()
  const offset = useOffset()
  // Most say nothing that changes with the time but the day.
  const now = useNow(row.requalifiedAt === null ? minutes(15) : minutes(1)) + offset
  return (
    <>
      <b className={styles.state} data-state={row.state}>
        {ticketTexts.state[row.state]}
      </b>
      {row.hypercare !== null && (
        <span className={styles.ribbon} title={row.hypercare}>
          {ticketTexts.mark.hypercare(row.hypercare)}
        </span>
      )}
      {row.restoring !== null && <Restoring restoring={row.restoring} />}
      {keyed(ticketMarks(called(row, nameOf), now, timeZone), ({ text }) => text).map(
        ([key, { text, loud }]) => (
          <span key={key} className={loud ? styles.loud : undefined}>
            {text}
          </span>
        ),
      )}
      <Sending row={row} />
    </>
  )
}
