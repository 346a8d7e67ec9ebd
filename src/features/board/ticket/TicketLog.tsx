import type { Ticket, TimelineEntry } from '#src/domain/ticket/ticket.ts'
import { AUTOMATIC } from '#src/domain/ticket/ticketEvent.ts'
import { printWallTime } from '#src/domain/time/wallTime.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import { eventWords } from '#src/domain/wording/eventWords.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import type { Detail } from '#src/state/boardStore.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { useNameOf } from '#src/features/board/useNameOf.ts'
import { keyed } from '#src/ui/keyed.ts'
import styles from './ticketPage.module.css'

const { page: words } = ticketTexts

/** What the others heard of so much later was done offline. */
const LATE_FROM: DurationMs = minutes(1)

type EntryProps = Pick<Detail, 'codes' | 'sending'> & { readonly entry: TimelineEntry }

function Entry({ entry, codes, sending }: EntryProps) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(15))
  const nameOf = useNameOf()
  const isShared = useBoard(({ desk }) => desk?.log.kind === 'nats')
  const { at, event, redacted } = entry
  const late = (event.srv ?? event.at) - event.at
  const way = Object.hasOwn(sending, event.id) ? (sending[event.id] ?? 'sent') : 'sent'
  return (
    <li className={styles.entry} data-kind={event.kind}>
      <time className={styles.when} dateTime={`${printWallTime(at, 'UTC')}Z`}>
        {formatMoment(at, now, timeZone)}
      </time>
      <span className={styles.actor}>
        {event.actor === AUTOMATIC ? words.automatic : nameOf(event.actor)}
      </span>
      <span className={redacted ? styles.quiet : styles.what}>
        {redacted ? words.redacted : eventWords(event, { codes, now, timeZone })}
        {late >= LATE_FROM && <i className={styles.quiet}> {words.told(formatDuration(late))}</i>}
        {isShared && way !== 'sent' && <i className={styles.quiet}> {ticketTexts.sending[way]}</i>}
      </span>
    </li>
  )
}

type Props = Pick<Detail, 'ticket' | 'codes' | 'sending'>

/** Everything that happened to it, in the order in which it counts. */
export function TicketLog({ ticket, codes, sending }: Props) {
  const { timeline, foreign }: Ticket = ticket
  return (
    <section className={styles.block} aria-label={words.log}>
      <h2>{words.log}</h2>
      {foreign > 0 && <p className={styles.quiet}>{words.foreignCount(foreign)}</p>}
      <ol>
        {keyed(timeline, ({ event }) => event.id).map(([key, entry]) => (
          <Entry key={key} entry={entry} codes={codes} sending={sending} />
        ))}
      </ol>
    </section>
  )
}
