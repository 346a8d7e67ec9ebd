import type { Night } from '#src/domain/night/night.ts'
import { formatTimeTick } from '#src/domain/wording/formatTimeTick.ts'
import { useScreen } from '#src/state/screen.ts'
import { timeTicks } from '#src/ui/charts/timeTicks.ts'
import { shareOf } from './nightBands.ts'
import styles from './nightTimeline.module.css'

/** A word of a tick needs so many pixels. */
const TICK = 64
/** A word that would reach beyond the end is left out: its line stays. */
const WORD = 36

/** The clock over the rows, in round hours of the viewer's zone. */
export function NightAxis({ night, width }: { readonly night: Night; readonly width: number }) {
  const { timeZone } = useScreen()
  const { from, to } = night
  if (width === 0) return <div className={styles.axis} />
  const ticks = timeTicks(from, to, timeZone, Math.max(2, Math.floor(width / TICK)))
  return (
    <div className={styles.axis} aria-hidden="true">
      {ticks.map((at) => (
        <span key={at} className={styles.tick} style={{ left: `${shareOf(at, night) * 100}%` }}>
          {shareOf(at, night) * width < width - WORD && formatTimeTick(at, to, timeZone)}
        </span>
      ))}
    </div>
  )
}
