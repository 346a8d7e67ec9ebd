import type { Evidence } from '#src/domain/ticket/evidence.ts'
import { minutes } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { keptSpark } from '#src/ui/keptSpark.ts'
import { keyed } from '#src/ui/keyed.ts'
import { Sparkline } from '#src/ui/Sparkline.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './ticketPage.module.css'

const { page: words } = ticketTexts

/** What was seen when the ticket was opened: it stays, whatever is forgotten elsewhere. */
export function EvidenceView({ evidence }: { readonly evidence: Evidence }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(15))
  const { light, at, reasons, pods, version, lines } = evidence
  return (
    <section className={styles.block} aria-label={words.evidence}>
      <h2>{words.evidence}</h2>
      <p className={styles.seen}>
        <StatusLight light={light} size={16} silent />
        <b>{words.evidenceAt(screenTexts.light[light], formatMoment(at, now, timeZone))}</b>
        <span>{pods}</span>
        {version !== null && <span>{words.version(version)}</span>}
      </p>
      <ul>
        {keyed(reasons, (reason) => reason).map(([key, reason]) => (
          <li key={key}>{reason}</li>
        ))}
      </ul>
      <ul className={styles.lines}>
        {keyed(lines, ({ signal, pod }) => `${signal} ${pod}`).map(([key, line]) => (
          <li key={key}>
            <Sparkline spark={keptSpark(line)} />
            <span>{words.line(line.signal, line.pod)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
