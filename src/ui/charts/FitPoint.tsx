import { useActiveTooltipLabel } from 'recharts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { ExplainedPoint } from '#src/domain/slope/explainFit.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { texts } from '#src/domain/wording/texts.ts'
import styles from './FitChart.module.css'

const { fit: words } = texts.slope

type Props = {
  readonly points: readonly ExplainedPoint[]
  readonly signal: Signal
  readonly now: EpochMs
  readonly timeZone: string
}

/** What is said of the sample under the pointer. */
export function FitPoint({ points, signal, now, timeZone }: Props) {
  const at = useActiveTooltipLabel()
  const point = points.find(({ t }) => t === at)
  if (point === undefined) return null
  const say = (value: number): string => formatSignal(signal, value, now, timeZone)
  return (
    <div className={styles.tip}>
      <p>
        <b>{say(point.mean)}</b> {formatMoment(point.t, now, timeZone)}
      </p>
      {point.low < point.high && <p>{words.range(say(point.low), say(point.high))}</p>}
      <p>{words.use(point.use, 1)}</p>
    </div>
  )
}
