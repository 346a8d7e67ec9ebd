import { formatAge } from '#src/domain/wording/formatDuration.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import styles from './Age.module.css'

/** How old something is, in one unit; the unit is quieter than the number. Null: nothing was seen. */
export function Age({ age }: { readonly age: DurationMs | null }) {
  if (age === null) return <span className={styles.age}>–</span>
  const { value, unit } = formatAge(age)
  return (
    <span className={styles.age}>
      {value} <span className={styles.unit}>{unit}</span>
    </span>
  )
}
