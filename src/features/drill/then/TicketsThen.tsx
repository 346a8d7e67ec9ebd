import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { PriorityMark } from '#src/ui/PriorityMark.tsx'
import styles from './thenAndNow.module.css'
import { ticketsThen } from './ticketsThen.ts'

const words = englishThen.tickets

function Item({ row, at }: { readonly row: TicketRow; readonly at: EpochMs }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const say = (t: EpochMs): string => formatMoment(t, now, timeZone)
  const { openedAt, resolvedAt } = row
  return (
    <li>
      <PriorityMark priority={row.priority} />
      <span>
        <a href={hashTo(`/t/${row.code}`)}>{row.code}</a> {row.title}{' '}
        <span className={styles.note}>
          {openedAt <= at ? words.open(say(openedAt)) : words.later(say(openedAt))}
          {resolvedAt !== null && `, ${words.resolved(say(resolvedAt))}`}
        </span>
      </span>
    </li>
  )
}

/** The tickets of a service that were open at a moment, or were opened because of it; nothing while there is no board. */
export function TicketsThen({ service, at }: { readonly service: string; readonly at: EpochMs }) {
  const rows = useBoard((state) => (state.desk === null ? null : state.rows))
  if (rows === null) return null
  const tickets = ticketsThen(service, at, rows)
  return (
    <section className={styles.part}>
      <h3>{words.title}</h3>
      {tickets.length === 0 ? (
        <p className={styles.note}>{words.none}</p>
      ) : (
        <ul className={styles.lines}>
          {tickets.map((row) => (
            <Item key={row.id} row={row} at={at} />
          ))}
        </ul>
      )}
    </section>
  )
}
