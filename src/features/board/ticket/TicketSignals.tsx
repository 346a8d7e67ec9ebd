import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { minutes } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { titleBeside } from '#src/domain/wording/titleBeside.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './ticketPage.module.css'

const { page: words } = ticketTexts

/** The checks and alerts that belong to it, and which of them are well again. */
export function TicketSignals({ ticket: { signals } }: { readonly ticket: Ticket }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(15))
  if (signals.length === 0) return null
  return (
    <section className={styles.block} aria-label={words.signals}>
      <h2>{words.signals}</h2>
      <ul>
        {signals.map(({ key, title, service, since, clearedAt }) => {
          const name = service === null ? title : `${service}: ${titleBeside(title, service)}`
          return (
            <li key={key} className={clearedAt === null ? undefined : styles.quiet}>
              {clearedAt === null
                ? words.signalOn(name, formatMoment(since, now, timeZone))
                : words.signalOff(name, formatMoment(clearedAt, now, timeZone))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
