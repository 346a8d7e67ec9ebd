import { useCallback } from 'react'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { faceAt } from '#src/domain/sla/clockFace.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { clockLead } from '#src/domain/wording/clockWords.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useOfNow } from '#src/state/useNow.ts'
import { PriorityMark } from '#src/ui/PriorityMark.tsx'
import { ticketHref } from './checkAddress.ts'
import styles from './ticketChip.module.css'

/** The clock that runs: to acknowledgement first, then to restoration. */
const clockOf = ({ tta, trs }: TicketRow) => (tta.state === 'stopped' ? trs : tta)

/** The running clock of an open ticket, to the second; nothing else is drawn again with it. */
function Clock({ row }: { readonly row: TicketRow }) {
  const { timeZone } = useScreen()
  const offset = useBoard(({ desk }) => desk?.offset ?? 0)
  const face = clockOf(row)
  const read = useCallback(
    (now: EpochMs) => clockLead(face, now + offset, timeZone),
    [face, offset, timeZone],
  )
  const lead = useOfNow(read)
  const standing = useOfNow((now) => faceAt(face, now + offset).standing)
  return (
    <span className={styles.clock} data-standing={standing}>
      {ticketTexts.clock[face.clock]} {lead}
    </span>
  )
}

/** A ticket in a few words: how urgent, its code, and its clock while it is open. */
export function TicketChip({ row }: { readonly row: TicketRow }) {
  const isOver = row.state === 'resolved' || row.state === 'merged'
  return (
    <a className={styles.chip} data-over={isOver || undefined} href={ticketHref(row.code)} title={row.title}>
      <PriorityMark priority={row.priority} calls={row.state === 'new'} />
      <span>{row.code}</span>
      {isOver ? <span className={styles.over}>{ticketTexts.state[row.state]}</span> : <Clock row={row} />}
    </a>
  )
}
