import { CartesianGrid, ComposedChart, Line, Tooltip, useActiveTooltipLabel, XAxis, YAxis } from 'recharts'
import { englishFigures as words } from '#src/domain/wording/englishFigures.ts'
import { formatMonth, formatMonthTick } from '#src/domain/wording/formatMonth.ts'
import { durationTicks } from './durationTicks.ts'
import { MonthDot } from './MonthDot.tsx'
import styles from './MonthChart.module.css'
import type { MonthPoint } from './monthPoint.ts'

/** One line of a chart over months. */
export type MonthSeries = {
  readonly name: string
  readonly points: readonly MonthPoint[]
  /** Told apart by shape, not by colour. */
  readonly mark: 'disc' | 'square'
}

type Props = {
  readonly label: string
  /** At least one; all over the same months. */
  readonly series: readonly MonthSeries[]
  /** Durations from 0 on, or ratios of 0 to 1. */
  readonly scale: 'duration' | 'ratio'
  readonly say: (value: number) => string
}

const TICKS = 5
const RATIO_TICKS = [0, 0.25, 0.5, 0.75, 1]
const FILL = { width: '100%', height: '100%' }
const MARGIN = { top: 12, right: 20, bottom: 0, left: 0 }

/** A month of all lines, by their place. */
type Datum = { readonly month: string; readonly values: readonly (number | null)[] }

const dataOf = (series: readonly MonthSeries[]): Datum[] =>
  (series[0]?.points ?? []).map(({ month }, i) => ({
    month,
    values: series.map(({ points }) => points[i]?.value ?? null),
  }))

function MonthTip({ series, say }: Pick<Props, 'series' | 'say'>) {
  const month = useActiveTooltipLabel()
  const told = series.flatMap(({ name, points }) => {
    const point = points.find((each) => each.month === month)
    return point === undefined || point.value === null ? [] : [{ name, value: point.value, n: point.n }]
  })
  if (typeof month !== 'string' || told.length === 0) return null
  return (
    <div className={styles.tip}>
      <p>{formatMonth(month)}</p>
      {told.map(({ name, value, n }) => (
        <p key={name}>
          {name} <b>{say(value)}</b> {words.chart.of(n)}
        </p>
      ))}
    </div>
  )
}

/**
 * Lines over months. A dot is hollow where few times made it, a month without any is a gap. Axes, pointer and arrow keys are
 * the library's. It says nothing to who does not see it but its label: a table stands beside it.
 */
export function MonthChart({ label, series, scale, say }: Props) {
  const data = dataOf(series)
  const first = data[0]?.month
  const highest = Math.max(0, ...series.flatMap(({ points }) => points.map(({ value }) => value ?? 0)))
  const ticks = scale === 'ratio' ? RATIO_TICKS : [...durationTicks(highest, TICKS)]
  return (
    <div className={styles.plot}>
      <ComposedChart responsive style={FILL} data={data} margin={MARGIN} aria-label={label}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="month"
          tickFormatter={(month: string) => formatMonthTick(month, month === first)}
          interval="preserveStart"
          minTickGap={12}
          padding={{ left: 20, right: 20 }}
          height={24}
          stroke="var(--line)"
          tick={{ fill: 'var(--quiet)' }}
          tickLine={{ stroke: 'var(--line)' }}
        />
        <YAxis
          type="number"
          domain={[0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          tickFormatter={say}
          interval={0}
          width="auto"
          axisLine={false}
          tickLine={false}
          tick={{ fill: 'var(--quiet)' }}
        />
        {series.map(({ name, mark, points }, s) => (
          <Line
            key={name}
            dataKey={({ values }: Datum) => values[s]}
            name={name}
            stroke="var(--spark)"
            strokeWidth={1.5}
            strokeDasharray={mark === 'disc' ? '' : '5 3'}
            dot={<MonthDot mark={mark} months={points} />}
            activeDot={{ r: 7, fill: 'none', stroke: 'var(--text)' }}
            isAnimationActive={false}
          />
        ))}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--control)' }}
          content={<MonthTip series={series} say={say} />}
        />
      </ComposedChart>
    </div>
  )
}
