import type { EpochMs } from '#src/domain/time/units.ts'
import type { WeekDrift } from '#src/domain/week/week.ts'
import { englishWeek as words } from '#src/domain/wording/englishWeek.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { driftOutcomeWord } from '#src/domain/wording/weekWords.ts'
import { serviceAt } from '#src/features/check/checkAddress.ts'
import { keyed } from '#src/ui/keyed.ts'
import { useCapped } from '#src/ui/useCapped.ts'
import styles from './weekDrifts.module.css'

const STEP = 20

type Props = { readonly drifts: readonly WeekDrift[]; readonly now: EpochMs; readonly timeZone: string }

/** Every drift that was told, in the words of that time, and what became of it. */
export function WeekDrifts({ drifts, now, timeZone }: Props) {
  const { shown, left, more } = useCapped(drifts, STEP)
  if (drifts.length === 0) return null
  return (
    <section className={styles.drifts} aria-label={words.driftsTitle}>
      <h3>{words.driftsTitle}</h3>
      <ul>
        {keyed(shown, ({ service, from, text }) => `${service} ${from} ${text}`).map(([key, drift]) => (
          <li key={key} className={styles.drift}>
            <span className={styles.outcome} data-outcome={drift.outcome}>
              {driftOutcomeWord(drift.outcome)}
            </span>
            <a className={styles.service} href={serviceAt(drift.service, drift.from)}>
              {drift.service}
            </a>
            <span className={styles.text}>{drift.text}</span>
            <span className={styles.when}>{words.saidAt(formatMoment(drift.from, now, timeZone))}</span>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className={styles.more} onClick={more}>
          {words.moreDrifts(left)}
        </button>
      )}
    </section>
  )
}
