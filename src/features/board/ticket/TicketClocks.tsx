import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { ClockView } from '#src/features/board/clock/ClockView.tsx'
import { useOffset } from '#src/features/board/clock/useOffset.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { keyed } from '#src/ui/keyed.ts'
import styles from './ticketPage.module.css'

const { page: words, mark, clock, clockLong } = ticketTexts

function Breaches({ breaches }: Pick<TicketRow, 'breaches'>) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(15)) + useOffset()
  if (breaches.length === 0) return <p className={styles.quiet}>{words.noBreach}</p>
  return (
    <ul>
      {keyed(breaches, (each) => `${each.clock} ${each.at}`).map(
        ([key, { clock: name, at, byRequalification }]) => (
          <li key={key}>
            {(byRequalification ? mark.breachesBySelf : mark.breaches)(
              clock[name],
              formatMoment(at, now, timeZone),
            )}
          </li>
        ),
      )}
    </ul>
  )
}

/** Both clocks, large, and what of them was ever breached. */
export function TicketClocks({ row }: { readonly row: TicketRow }) {
  const { tta, trs, ack, breaches } = row
  return (
    <section className={styles.clocks} aria-label={words.clocks}>
      {[tta, trs].map((face) => (
        <div key={face.clock}>
          <h2>
            <abbr title={clockLong[face.clock]}>{clock[face.clock]}</abbr> {clockLong[face.clock]}
          </h2>
          <ClockView
            face={face}
            large
            unanswered={face.clock === 'tta' && face.state === 'stopped' && ack === null}
          />
        </div>
      ))}
      <div>
        <h2>{words.breaches}</h2>
        <Breaches breaches={breaches} />
      </div>
    </section>
  )
}
