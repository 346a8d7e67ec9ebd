import { minutes } from '#src/domain/time/units.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './report/report.module.css'
import { WeekView } from './week/WeekView.tsx'

/** The numbers of the week, as one of the four views. */
export function WeekPart() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  return (
    <div className={styles.view}>
      <WeekView timeZone={timeZone} now={now} />
    </div>
  )
}
