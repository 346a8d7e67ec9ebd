import styles from './MonthChart.module.css'
import type { MonthPoint } from './monthPoint.ts'

/** Of fewer times a median says little. */
const FEW = 10

type Props = {
  readonly mark: 'disc' | 'square'
  /** Not `points`: the library gives its own by that name. */
  readonly months: readonly MonthPoint[]
  /** Given by the chart's library: where it is, and of which point. */
  readonly cx?: number | undefined
  readonly cy?: number | undefined
  readonly index?: number | undefined
}

/** A month of a line: a disc or a square, hollow where few times made it. */
export function MonthDot({ mark, months, cx, cy, index = 0 }: Props) {
  const point = months[index]
  if (cx === undefined || cy === undefined || point === undefined || point.value === null) return null
  const few = point.n < FEW || undefined
  return mark === 'disc' ? (
    <circle className={styles.dot} data-few={few} cx={cx} cy={cy} r={4} />
  ) : (
    <rect className={styles.dot} data-few={few} x={cx - 3.5} y={cy - 3.5} width={7} height={7} />
  )
}
