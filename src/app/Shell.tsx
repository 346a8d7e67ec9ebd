import { Skeleton } from '#src/ui/Skeleton.tsx'
import styles from './Shell.module.css'

/** What stands for the few milliseconds until a screen's chunk is there: its rows to come, in their place. */
export function Shell() {
  return (
    <div className={styles.shell}>
      <Skeleton rows={51} />
    </div>
  )
}
