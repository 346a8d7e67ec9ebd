import { type ClockFace, faceAt } from '#src/domain/sla/clockFace.ts'
import { isUrgentAlone } from '#src/domain/ticket/queueOf.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { clockLead, clockNote } from '#src/domain/wording/clockWords.ts'
import { ticketMarks } from '#src/domain/wording/ticketMarks.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import clockStyles from '#src/features/board/clock/clock.module.css'
import styles from '#src/features/board/ticketRow.module.css'
import { PriorityMark } from '#src/ui/PriorityMark.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'

const { board: words, deed } = ticketTexts

type At = { readonly now: EpochMs; readonly timeZone: string }

function PlainClock({ face, now, timeZone }: At & { readonly face: ClockFace }) {
  const { standing } = faceAt(face, now)
  return (
    <div className={clockStyles.clock} data-standing={standing}>
      <span className={clockStyles.lead}>
        {standing === 'breached' && <StatusLight light="red" size={16} silent />}
        {standing === 'at-risk' && <StatusLight light="orange" size={16} silent />}
        <span data-clock={face.clock}>{clockLead(face, now, timeZone)}</span>
      </span>
      <span className={clockStyles.note}>
        <abbr title={ticketTexts.clockLong[face.clock]}>{ticketTexts.clock[face.clock]}</abbr>{' '}
        {clockNote(face, now, timeZone)}
      </span>
    </div>
  )
}

/** A row that looks like the board's and is made of nothing but its arguments. */
export function PlainRow({ row, now, timeZone }: At & { readonly row: TicketRow }) {
  const { id, code, title, service, priority, assignee, state, tta, trs } = row
  return (
    <li className={styles.item} data-ticket={id}>
      <article className={styles.row} aria-label={words.rowLabel(code, `P${priority}`, title)}>
        <div className={styles.priority}>
          <PriorityMark priority={priority} calls={isUrgentAlone(row)} />
        </div>
        <div className={styles.who}>
          <h3 className={styles.title}>
            <a href={`#/t/${code}`} data-row-link="">
              <span className={styles.service}>{service}</span> {title}
            </a>
          </h3>
          <p className={styles.marks}>
            <span className={styles.code}>{code}</span>
            <b className={styles.state}>{ticketTexts.state[state]}</b>
            {ticketMarks(row, now, timeZone).map(({ text, loud }) => (
              <span key={text} className={loud ? styles.loud : undefined}>
                {text}
              </span>
            ))}
          </p>
        </div>
        <p className={styles.owner}>{assignee ?? ticketTexts.nobody}</p>
        <div className={styles.tta}>
          <PlainClock face={tta} now={now} timeZone={timeZone} />
        </div>
        <div className={styles.trs}>
          <PlainClock face={trs} now={now} timeZone={timeZone} />
        </div>
        <div className={styles.act}>
          <button type="button" className={styles.take}>
            {deed.name.take}
          </button>
          <button type="button" className={styles.more}>
            ⋯
          </button>
        </div>
      </article>
    </li>
  )
}
