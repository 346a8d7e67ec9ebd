import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './ribbon.module.css'

const words = screenTexts.ribbon

/** What is going on with a service that is no reason: a roll-out under way, or that it is watched more closely. */
export function Ribbon({ row: { rollout, care } }: { readonly row: ServiceRow }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  if (rollout !== undefined) {
    const { version, updated, of } = rollout
    return <span className={styles.ribbon}>{words.rollout(version, updated, of)}</span>
  }
  if (care === undefined || care.until <= now) return null
  const because = words.because[care.because](formatMoment(care.at, now, timeZone))
  return (
    <span className={styles.ribbon} title={because}>
      {words.care(formatMoment(care.until, now, timeZone))}
    </span>
  )
}
