import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { openTicketsOf, ticketHref } from './openTicketsOf.ts'
import styles from './servicePage.module.css'

const words = englishService.tickets

function Ticket({ row }: { readonly row: TicketRow }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { code, title, priority, state, assignee, detectedAt } = row
  const stands = words.state[state]
  return (
    <li className={styles.ticket}>
      <b>P{priority}</b>
      <div>
        <a href={ticketHref(row)}>
          <code>{code}</code> {title}
        </a>
        <p className={styles.quiet}>
          {assignee === null ? stands : words.by(stands, assignee)}{' '}
          {words.since(formatMoment(detectedAt, now, timeZone))}
        </p>
      </div>
    </li>
  )
}

/** The open tickets of a service, the most urgent first; `t` opens that one. */
export function ServiceTickets({ service }: { readonly service: string }) {
  const rows = useBoard((state) => state.rows)
  const isTold = useBoard(({ desk }) => desk !== null)
  const open = openTicketsOf(service, rows)
  return (
    <section className={styles.small} aria-labelledby="tickets">
      <h2 id="tickets">
        <a href={hashTo('/board')}>{words.heading}</a>
      </h2>
      {open.length === 0 && <p className={styles.quiet}>{isTold ? words.none : words.unknown}</p>}
      <ul>
        {open.map((row) => (
          <Ticket key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}
