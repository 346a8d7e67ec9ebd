import type { WalkStep } from '#src/domain/check/walkOf.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import {
  ackedRedText,
  changeText,
  markText,
  standingText,
  watchText,
} from '#src/domain/wording/checkItemWords.ts'
import { nightLines } from '#src/domain/wording/checkSpellWords.ts'
import { ticketFacts } from '#src/domain/wording/checkTicketWords.ts'
import { englishCheckScreen as words } from '#src/domain/wording/englishCheckScreen.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { serviceAt } from '#src/features/check/checkAddress.ts'
import { TicketChip } from '#src/features/check/TicketChip.tsx'
import { keyed } from '#src/ui/keyed.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './walk.module.css'

type Props = { readonly step: WalkStep; readonly from: EpochMs; readonly reader: Reader }

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return keyed(lines, (line) => line).map(([key, line]) => <li key={key}>{line}</li>)
}

/** What was decided, and whether there is more since. */
function Decided({ step: { mark, standing }, reader }: Omit<Props, 'from'>) {
  if (mark === null) return null
  const again = standingText(standing)
  return (
    <li data-standing={standing}>
      <b>{again ?? words.deed[mark.deed]}</b> {markText(mark, reader)}
    </li>
  )
}

/** All that is known of one matter since the last check. */
export function WalkFacts({ step, from, reader }: Props) {
  const { item } = step
  const drifts = item.drifts.filter(({ text }) => !item.reasons.some((reason) => reason.text === text))
  return (
    <div className={styles.facts}>
      <h3 className={styles.name}>
        {item.light !== null && <StatusLight light={item.light} size={20} />}
        {item.service === null ? (
          item.title
        ) : (
          <a href={serviceAt(item.service, null)} aria-keyshortcuts="d">
            {item.title}
          </a>
        )}
        <span className={styles.change}>{changeText(item, from, reader)}</span>
      </h3>
      <ul className={styles.lines}>
        {item.root !== null && <li>{words.under(item.root)}</li>}
        <Lines lines={item.reasons.map(({ text }) => text)} />
        <Lines lines={drifts.map(({ text }) => text)} />
        {item.ackedRed !== null && <li>{ackedRedText(item.ackedRed, reader)}</li>}
        <Lines lines={nightLines(item, reader)} />
        {item.watch !== null && (
          <li data-over={item.watch.isOver || undefined}>{watchText(item.watch, reader)}</li>
        )}
        {item.tickets.map((ticket) => (
          <li key={ticket.row.id} className={styles.ticket}>
            <TicketChip row={ticket.row} /> <span>{ticketFacts(ticket, from, reader).join(', ')}</span>
          </li>
        ))}
        <Decided step={step} reader={reader} />
      </ul>
    </div>
  )
}
