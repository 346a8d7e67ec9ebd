import { memo } from 'react'
import type { Light } from '#src/domain/verdict/light.ts'
import styles from './Sparkline.module.css'
import { SPARK_BOX, type SparkLine, sparkPath } from '#src/domain/chart/sparkPath.ts'

const { width, height } = SPARK_BOX

type Props = {
  /** Its samples lie at equal steps; NaN is a gap. */
  readonly spark: SparkLine
  /** The light in whose colour a drift is drawn. */
  readonly light?: Light
  /** The line in words; left out where something around it says them. */
  readonly label?: string
}

const sameSlope = (before: SparkLine['slope'], after: SparkLine['slope']): boolean =>
  before === after ||
  (before !== null &&
    after !== null &&
    before.isDrift === after.isDrift &&
    before.from === after.from &&
    before.to === after.to &&
    before.fromValue === after.fromValue &&
    before.toValue === after.toValue)

const sameMarks = (before: SparkLine['marks'], after: SparkLine['marks']): boolean =>
  before === after ||
  (before.length === after.length &&
    before.every(({ at, kind }, i) => at === after[i]?.at && kind === after[i]?.kind))

const sameValues = (before: Float32Array, after: Float32Array): boolean =>
  before === after ||
  (before.length === after.length && before.every((value, i) => Object.is(value, after[i])))

/** Rows come anew from the worker with every poll: what is drawn is compared, not who it is. */
const sameSpark = (before: SparkLine, after: SparkLine): boolean =>
  before === after ||
  (before.bound === after.bound &&
    before.from === after.from &&
    before.step === after.step &&
    sameSlope(before.slope, after.slope) &&
    sameMarks(before.marks, after.marks) &&
    sameValues(before.values, after.values))

const sameLine = (before: Props, after: Props): boolean =>
  before.label === after.label && before.light === after.light && sameSpark(before.spark, after.spark)

/**
 * A line of 96 × 24 pixels: neutral, gaps as gaps, the limit as a dashed hairline, a drift's fit as a straight thick line
 * over it, deploys as triangles and restarts as rings under it. Drawn again only when it changed.
 */
export const Sparkline = memo(function Sparkline({ spark, light, label }: Props) {
  const { line, boundY, fit, deploys, restarts } = sparkPath(spark)
  return (
    <svg
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
      className={styles.spark}
      viewBox={`0 0 ${width} ${height}`}
      width={width / 10}
      height={height / 10}
    >
      {boundY !== null && <path className={styles.bound} d={`M0 ${boundY}H${width}`} />}
      {line !== '' && <path className={styles.line} d={line} />}
      {fit !== '' && <path className={styles.fit} data-light={light} d={fit} />}
      {deploys !== '' && <path className={styles.deploys} d={deploys} />}
      {restarts !== '' && <path className={styles.restarts} d={restarts} />}
    </svg>
  )
}, sameLine)
