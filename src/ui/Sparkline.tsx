import { memo } from 'react'
import styles from './Sparkline.module.css'
import { sparkPath } from './sparkPath.ts'

const WIDTH = 96
const HEIGHT = 24

type Props = {
  /** Samples at equal steps; NaN is a gap. The same array is the same line. */
  readonly values: Float32Array
  readonly bound: number | null
  /** The line in words. */
  readonly label: string
}

const sameLine = (before: Props, after: Props): boolean =>
  before.bound === after.bound &&
  before.label === after.label &&
  before.values.length === after.values.length &&
  before.values.every((value, i) => Object.is(value, after.values[i]))

/** A line of 96 × 24 pixels: neutral, gaps as gaps, the limit as a hairline. Drawn again only when it changed. */
export const Sparkline = memo(function Sparkline({ values, bound, label }: Props) {
  const { line, boundY } = sparkPath(values, bound, WIDTH, HEIGHT)
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.spark}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
    >
      {boundY !== null && <path className={styles.bound} d={`M0 ${boundY}H${WIDTH}`} />}
      {line !== '' && <path className={styles.line} d={line} />}
    </svg>
  )
}, sameLine)
