import { memo } from 'react'
import { isUrgentAlone } from '#src/domain/ticket/queueOf.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { titleBeside } from '#src/domain/wording/titleBeside.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { PriorityMark } from '#src/ui/PriorityMark.tsx'
import { ClockView } from './clock/ClockView.tsx'
import { useDeeds } from './deed/deeds.ts'
import { TicketMarks } from './TicketMarks.tsx'
import styles from './ticketRow.module.css'

const { board: words, deed } = ticketTexts

function Actions({ row }: { readonly row: TicketRow }) {
  const { begin, ask } = useDeeds()
  return (
    <div className={styles.act}>
      {row.state === 'new' && (
        <button type="button" className={styles.take} onClick={() => begin('take', row)}>
          {deed.name.take}
        </button>
      )}
      <button
        type="button"
        className={styles.more}
        aria-label={words.act(row.code)}
        aria-haspopup="dialog"
        onClick={() => ask({ kind: 'menu', row })}
      >
        ⋯
      </button>
    </div>
  )
}

function Who({ row }: { readonly row: TicketRow }) {
  const { code, service, project, title } = row
  const about = service ?? project
  return (
    <div className={styles.who}>
      <h3 className={styles.title}>
        <a href={hashTo(`/t/${code}`)} data-row-link="">
          {about !== null && <span className={styles.service}>{about} </span>}
          {titleBeside(title, about)}
        </a>
      </h3>
      <p className={styles.marks}>
        <span className={styles.code}>{code}</span>
        <TicketMarks row={row} />
      </p>
    </div>
  )
}

/** One ticket of the board. Drawn again only when it changed; its clocks tick by themselves. */
export const TicketRowView = memo(function TicketRowView({ id }: { readonly id: string }) {
  const row = useBoard(({ rows }) => rows.get(id))
  if (row === undefined) return null
  const { code, priority, title, assignee, tta, trs } = row
  const calls = isUrgentAlone(row)
  return (
    <li className={styles.item} data-ticket={id}>
      <article
        className={styles.row}
        aria-label={words.rowLabel(code, ticketTexts.priority(priority), title)}
        data-calls={calls || undefined}
        data-over={row.state === 'resolved' || undefined}
      >
        <div className={styles.priority}>
          <PriorityMark priority={priority} calls={calls} />
        </div>
        <Who row={row} />
        <p className={styles.owner} data-nobody={assignee === null || undefined}>
          {assignee ?? ticketTexts.nobody}
        </p>
        <div className={styles.tta}>
          <ClockView face={tta} unanswered={tta.state === 'stopped' && row.ack === null} />
        </div>
        <div className={styles.trs}>
          <ClockView face={trs} />
        </div>
        <Actions row={row} />
      </article>
    </li>
  )
})
