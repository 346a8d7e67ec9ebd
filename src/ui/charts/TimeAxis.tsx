import { useChartWidth, XAxis } from 'recharts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { formatTimeTick } from '#src/domain/wording/formatTimeTick.ts'
import { timeTicks } from './timeTicks.ts'

type Props = {
  readonly from: EpochMs
  readonly to: EpochMs
  readonly now: EpochMs
  readonly timeZone: string
}

/** A tick has as many pixels for itself. */
const TICK_WIDTH = 72
const LEAST_TICKS = 3

/** A chart's axis of time in the viewer's zone, with round clock times as many as there is room for. */
export function TimeAxis({ from, to, now, timeZone }: Props) {
  const width = useChartWidth() ?? 0
  const atMost = Math.max(LEAST_TICKS, Math.floor(width / TICK_WIDTH))
  return (
    <XAxis
      dataKey="t"
      type="number"
      domain={[from, to]}
      allowDataOverflow
      ticks={[...timeTicks(from, to, timeZone, atMost)]}
      tickFormatter={(at: number) => formatTimeTick(at, now, timeZone)}
      interval={0}
      height={24}
      stroke="var(--line)"
      tick={{ fill: 'var(--quiet)' }}
      tickLine={{ stroke: 'var(--line)' }}
    />
  )
}
