import type { Priority } from '#src/domain/sla/priority.ts'
import styles from './PriorityMark.module.css'

type Props = {
  readonly priority: Priority
  /** True where it asks for somebody: only then it has a colour. */
  readonly calls?: boolean
}

/** How urgent a ticket is: an octagon, a shield, a box, a pill or nothing around its letter and number. */
export function PriorityMark({ priority, calls = false }: Props) {
  return (
    <span className={styles.mark} data-priority={priority} data-calls={calls || undefined}>
      P{priority}
    </span>
  )
}
