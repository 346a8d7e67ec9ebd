import { memo, useMemo } from 'react'
import { ComposedChart, XAxis, YAxis } from 'recharts'
import type { Beside } from '#src/domain/chart/beside.ts'
import { forecastOf } from '#src/domain/chart/forecastOf.ts'
import { sameHistory } from '#src/domain/chart/sameHistory.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { PLOT } from './plotBox.ts'
import { signalFrame } from './signalFrame.ts'
import { SignalLayer } from './SignalLayer.tsx'
import type { SignalView, TimeFrame } from './signalView.ts'
import { signalTicks } from './signalTicks.ts'

type Props = {
  readonly view: SignalView
  readonly time: TimeFrame
  readonly width: number
  /** Any moment of today, by which days are named: the picture is not drawn anew with every minute. */
  readonly today: EpochMs
  readonly timeZone: string
}

const MARGIN = { top: PLOT.top, right: PLOT.right, bottom: PLOT.axisHeight, left: PLOT.axisWidth }
/** All is drawn by the layer: lines of the library's own would be drawn anew by each of its many stores. */
const NO_DATA: never[] = []

const sameBeside = (one: Beside | null, other: Beside | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.name === other.name &&
    one.later === other.later &&
    sameHistory(one.history, other.history))

const samePlot = (one: Props, other: Props): boolean =>
  one.time === other.time &&
  one.width === other.width &&
  one.today === other.today &&
  one.timeZone === other.timeZone &&
  one.view.light === other.view.light &&
  sameHistory(one.view.history, other.view.history) &&
  sameBeside(one.view.beside, other.view.beside)

/**
 * One signal's picture: mean, band, bound, drift and forecast, starts. The library makes the scales and the frame; drawn anew
 * only when something on it changed.
 */
export const SignalPlot = memo(function SignalPlot({ view, time, width, today, timeZone }: Props) {
  const { signal } = view.history
  const forecast = useMemo(() => forecastOf(view.history, time.until), [view, time])
  const { value, boundIsFar } = useMemo(() => signalFrame(view, forecast), [view, forecast])
  const [low, high] = value
  const ticks = useMemo(
    () => signalTicks(signal, low, high, today, timeZone),
    [signal, low, high, today, timeZone],
  )
  return (
    <ComposedChart
      width={width}
      height={PLOT.height}
      data={NO_DATA}
      margin={MARGIN}
      accessibilityLayer={false}
    >
      <XAxis dataKey="t" type="number" domain={[time.from, time.until]} allowDataOverflow hide />
      <YAxis type="number" domain={[low, high]} allowDataOverflow hide />
      <SignalLayer
        view={view}
        time={time}
        forecast={forecast}
        ticks={ticks}
        range={value}
        boundShown={!boundIsFar}
      />
    </ComposedChart>
  )
}, samePlot)
