import { minutes } from '#src/domain/time/units.ts'
import { formatTimeTick } from '#src/domain/wording/formatTimeTick.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { timeTicks } from '#src/ui/charts/timeTicks.ts'
import styles from './starts.module.css'
import { useSpan } from './useServiceHistories.ts'

const MOST_TICKS = 6

/** The time under the tracks of the pods; who does not see it reads the time of each mark. */
export function TimeRuler() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { from, to } = useSpan()
  return (
    <div className={styles.ruler} aria-hidden="true">
      <div>
        {timeTicks(from, to, timeZone, MOST_TICKS).map((at) => (
          <span key={at} style={{ left: `${((at - from) / (to - from)) * 100}%` }}>
            {formatTimeTick(at, now, timeZone)}
          </span>
        ))}
      </div>
    </div>
  )
}
