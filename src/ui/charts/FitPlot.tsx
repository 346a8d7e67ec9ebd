import { CartesianGrid, ComposedChart, Line, Tooltip, YAxis } from 'recharts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { ExplainedPoint } from '#src/domain/slope/explainFit.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import styles from './FitChart.module.css'
import type { FitFrame } from './fitFrame.ts'
import { FitLayer } from './FitLayer.tsx'
import { FitPoint } from './FitPoint.tsx'
import type { FitView } from './fitView.ts'
import { TimeAxis } from './TimeAxis.tsx'
import { valueTicks } from './valueTicks.ts'

type Props = {
  readonly view: FitView
  readonly frame: FitFrame
  /** Few enough for the widest picture. */
  readonly points: readonly ExplainedPoint[]
  readonly light: Light | undefined
  readonly label: string
  readonly now: EpochMs
  readonly timeZone: string
}

const VALUE_TICKS = 5
const NO_DOT = { r: 0 }
const FILL = { width: '100%', height: '100%' }
const MARGIN = { top: 8, right: 20, bottom: 0, left: 0 }

/**
 * The picture of a fit. Axes, pointer and arrow keys are the library's; all else is drawn as a few paths, as three hundred
 * samples would be as many elements.
 */
export function FitPlot({ view, frame, points, light, label, now, timeZone }: Props) {
  const { signal } = view
  const [from, to] = frame.time
  const [low, high] = frame.value
  return (
    <div className={styles.plot}>
      <ComposedChart responsive style={FILL} data={[...points]} margin={MARGIN} aria-label={label}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <TimeAxis from={from} to={to} now={now} timeZone={timeZone} />
        <YAxis
          type="number"
          domain={[low, high]}
          allowDataOverflow
          ticks={[...valueTicks(signal, low, high, VALUE_TICKS)]}
          tickFormatter={(value: number) => formatSignal(signal, value, now, timeZone)}
          interval="preserveStart"
          width="auto"
          axisLine={false}
          tickLine={false}
          tick={{ fill: 'var(--quiet)' }}
        />
        <FitLayer view={view} points={points} light={light} boundShown={!frame.boundIsFar} />
        {/* Not drawn: by it the pointer and the arrow keys find samples. */}
        <Line
          dataKey="mean"
          stroke="none"
          // A dot is drawn of a single sample, whatever is said here: one without a size.
          dot={points.length === 1 ? NO_DOT : false}
          activeDot={{ r: 4, fill: 'none', stroke: 'var(--text)' }}
          isAnimationActive={false}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--control)' }}
          content={<FitPoint points={points} signal={signal} now={now} timeZone={timeZone} />}
        />
      </ComposedChart>
    </div>
  )
}
