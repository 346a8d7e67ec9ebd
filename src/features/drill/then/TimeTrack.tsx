import { memo } from 'react'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Then } from '#src/state/drillActions.ts'
import styles from './timeSlider.module.css'

/** Of a hundred parts of the width: a line that is thinner cannot be seen. */
const LEAST = 0.15

type Props = {
  readonly from: EpochMs
  readonly span: DurationMs
  readonly past: NonNullable<Then['past']>
  readonly turns: readonly EpochMs[]
}

/** The light of a service over a span: the graver, the higher; hatched where nobody watched; a tick for each change. */
export const TimeTrack = memo(function TimeTrack({ from, span, past, turns }: Props) {
  const place = (t: EpochMs): number => Math.min(100, Math.max(0, ((t - from) / span) * 100))
  const end = from + span
  return (
    <div className={styles.track} aria-hidden="true">
      {past
        .filter((one) => one.to > from && one.from < end)
        .map((one) => (
          <span
            key={one.from}
            className={styles.seen}
            data-light={one.light}
            style={{
              left: `${place(one.from)}%`,
              width: `${Math.max(LEAST, place(one.to) - place(one.from))}%`,
            }}
          />
        ))}
      {turns
        .filter((turn) => turn > from && turn < end)
        .map((turn) => (
          <span key={turn} className={styles.turn} style={{ left: `${place(turn)}%` }} />
        ))}
    </div>
  )
})
