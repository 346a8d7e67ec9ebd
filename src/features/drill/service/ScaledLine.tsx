import { memo } from 'react'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { SCALED_BOX, scaledPath, xOn, yOn } from './scaledPath.ts'
import styles from './scaledLine.module.css'

const { width, height } = SCALED_BOX

type Props = {
  /** Drawn over each other; those that are odd last and stronger. */
  readonly lines: readonly { readonly history: SignalHistory; readonly isOdd: boolean }[]
  readonly from: EpochMs
  readonly to: EpochMs
  readonly low: number
  readonly high: number
  readonly bound: number | null
  /** True where the starts of the process are marked: of one pod, not of many at once. */
  readonly marked?: boolean
}

/** One or many pods' lines on a scale that all share, stretched to the room there is. Its numbers stand beside it. */
export const ScaledLine = memo(function ScaledLine({
  lines,
  from,
  to,
  low,
  high,
  bound,
  marked = false,
}: Props) {
  const scale = { from, to, low, high }
  const marks = marked ? lines.flatMap(({ history }) => history.marks) : []
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bound !== null && <path className={styles.bound} d={`M0 ${yOn(scale, bound)}H${width}`} />}
      {marks.map(({ at, kind }) => (
        <path key={at} className={styles.mark} data-kind={kind} d={`M${xOn(scale, at)} 0V${height}`} />
      ))}
      {lines
        .toSorted((a, b) => Number(a.isOdd) - Number(b.isOdd))
        .map(({ history, isOdd }) => (
          <path
            key={history.pod}
            className={styles.value}
            data-odd={isOdd || undefined}
            data-many={lines.length > 1 || undefined}
            d={scaledPath(history, scale)}
          />
        ))}
    </svg>
  )
})
