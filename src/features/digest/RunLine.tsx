import { minutes } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { runTexts, ticketParts } from '#src/domain/wording/runWords.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import styles from './runLine.module.css'

function Tickets() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const totals = useWatch(({ strip }) => strip?.tickets ?? null)
  if (totals === null) return null
  return (
    <a className={styles.tickets} href={hashTo('/board')}>
      <span className={styles.board}>{runTexts.board}</span>
      {ticketParts(totals, now, timeZone).map(({ text, press }) => (
        <span key={text} data-press={press ?? undefined}>
          {text}
        </span>
      ))}
    </a>
  )
}

function Duty() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const duty = useBoard(({ desk }) => desk?.duty ?? null)
  if (duty === null) return null
  return (
    <span>
      <b>{runTexts.duty(duty.who)}</b> {runTexts.until(formatMoment(duty.until, now, timeZone), duty.next)}
    </span>
  )
}

function AgreedCare() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const agreed = useBoard(({ desk }) => desk?.hypercare ?? null)
  return (agreed ?? []).map(({ of, to, reason }) => (
    <span key={`${of} ${to}`} title={reason}>
      {runTexts.hypercare(of, formatMoment(to, now, timeZone))}
    </span>
  ))
}

/** What the board asks for, who is on RUN duty, and what people agreed to watch more closely. */
export function RunLine() {
  const isTold = useBoard(({ desk }) => desk !== null)
  if (!isTold) return null
  return (
    <nav className={styles.line} aria-label={runTexts.label}>
      <Tickets />
      <Duty />
      <AgreedCare />
    </nav>
  )
}
