import type { EpochMs } from '#src/domain/time/units.ts'
import { formatClock } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { Age } from '#src/ui/Age.tsx'
import styles from './strip.module.css'

/** How old the oldest of all readings is, what time it is, and the zone of every clock time on the page. */
export function Freshness({ observedAt }: { readonly observedAt: EpochMs | null }) {
  const { timeZone } = useScreen()
  const now = useNow()
  const words = screenTexts
  return (
    <p className={styles.fresh}>
      {observedAt === null ? (
        <span>{words.notSeen}</span>
      ) : (
        <span>
          {words.seen} <Age age={now - observedAt} /> {words.ago}
        </span>
      )}
      <time className={styles.clock}>{formatClock(now, timeZone, true)}</time>
      <span>{timeZone}</span>
    </p>
  )
}
