import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import type { ChartPoint, Forecast } from '#src/domain/chart/forecastOf.ts'
import { START_MARKER } from './markerShape.ts'
import { PLOT } from './plotBox.ts'
import styles from './SignalPlot.module.css'
import { bandPath, meanPath, type Scale } from './signalPath.ts'
import type { SignalView, Tick, TimeFrame } from './signalView.ts'

type Props = {
  readonly view: SignalView
  readonly time: TimeFrame
  readonly forecast: Forecast | null
  readonly ticks: readonly Tick[]
  /** The lowest and the highest value of the picture. */
  readonly range: readonly [number, number]
  readonly boundShown: boolean
}

type Place = {
  readonly x: Scale
  readonly y: Scale
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The text of a tick that is nearer to the right edge ends there. */
const NEAR_EDGE = 18

/** Lines are drawn in tenths of a pixel. */
const TENTHS = 'scale(0.1)'

/** The straight line through what a scale makes of two numbers. */
function straight(scale: (value: number) => number | undefined, zero: number, one: number): Scale {
  const [start, end] = [scale(zero) ?? 0, scale(one) ?? 0]
  const per = (end - start) / (one - zero)
  return (value) => start + (value - zero) * per
}

/** Where times and values lie, in pixels. Null until the library has placed its axes. */
function usePlace({ from, until }: TimeFrame, [low, high]: Props['range']): Place | null {
  const [area, xScale, yScale] = [usePlotArea(), useXAxisScale(), useYAxisScale()]
  if (area === undefined || xScale === undefined || yScale === undefined) return null
  const { x: left, y: top, width, height } = area
  const y = straight((value) => yScale(value), low, high)
  const bottom = top + height
  return {
    x: straight((value) => xScale(value), from, until),
    y: (value) => Math.max(top, Math.min(bottom, y(value))),
    left,
    right: left + width,
    top,
    bottom,
  }
}

const tenths =
  (scale: Scale, least: number, most: number): Scale =>
  (value) =>
    Math.max(least, Math.min(most, scale(value))) * 10

const through = (points: readonly ChartPoint[], { x, y }: Place): string =>
  points.length === 0
    ? ''
    : `M${points.map(([at, value]) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('L')}`

type AxisProps = { readonly place: Place; readonly time: TimeFrame; readonly ticks: readonly Tick[] }

/** The axes' lines and texts: a path and a text each, where the library would draw a group for each tick. */
function Axes({ place: { x, y, left, right, top, bottom }, time, ticks }: AxisProps) {
  const across = ticks.map(({ at }) => `M${left} ${Math.round(y(at)) + 0.5}H${right}`).join('')
  const upright = time.ticks.map(({ at }) => `M${x(at).toFixed(1)} ${bottom}v4`).join('')
  return (
    <>
      <path className={styles.grid} d={`${across}M${left} ${bottom + 0.5}H${right}${upright}`} />
      {ticks.map(({ at, text }) => (
        <text key={at} className={styles.value} x={left - 8} y={Math.max(top + 4, y(at) + 4)}>
          {text}
        </text>
      ))}
      {time.ticks.map(({ at, text }) => (
        <text
          key={at}
          className={styles.time}
          data-last={x(at) > right - NEAR_EDGE || undefined}
          x={x(at) > right - NEAR_EDGE ? right + PLOT.right : x(at)}
          y={bottom + 17}
        >
          {text}
        </text>
      ))}
    </>
  )
}

type MarksProps = { readonly view: SignalView; readonly time: TimeFrame; readonly place: Place }

/** What happened: starts, the moment that is looked at, and where what was read ends. */
function Marks({ view, time, place: { x, left, right, top, bottom } }: MarksProps) {
  const upright = (at: number): string => `M${x(at).toFixed(1)} ${top}V${bottom}`
  const starts = view.history.marks.filter(({ at }) => x(at) >= left && x(at) <= right)
  const { at, to, until } = time
  return (
    <>
      {until > to && <path className={styles.end} d={upright(to)} />}
      {at !== null && at >= time.from && at <= until && <path className={styles.moment} d={upright(at)} />}
      {starts.map(({ at, kind }) => (
        <g key={`${kind} ${at}`}>
          <path className={styles.start} d={upright(at)} />
          <path className={styles.startMark} data-kind={kind} d={START_MARKER[kind](x(at), bottom)} />
        </g>
      ))}
    </>
  )
}

/** A drift's fitted line, as far as it lies in the picture, and where it leads. */
function Drift({ view, time, forecast, place }: MarksProps & Pick<Props, 'forecast'>) {
  const { slope } = view.history
  if (slope === null || !slope.isDrift || slope.to <= time.from) return null
  const rise = (slope.toValue - slope.fromValue) / Math.max(1, slope.to - slope.from)
  const from = Math.max(slope.from, time.from)
  const to = Math.min(slope.to, time.until)
  const at = (moment: number): ChartPoint => [moment, slope.fromValue + (moment - slope.from) * rise]
  const light = view.light ?? undefined
  return (
    <>
      {forecast !== null && forecast.band.length > 2 && (
        <path className={styles.cone} data-light={light} d={`${through(forecast.band, place)}Z`} />
      )}
      <path className={styles.slope} data-light={light} d={through([at(from), at(to)], place)} />
      {forecast !== null && (
        <path className={styles.forecast} data-light={light} d={through(forecast.line, place)} />
      )}
    </>
  )
}

/** All of a signal's picture, drawn on the library's scales. */
export function SignalLayer({ view, time, forecast, ticks, range, boundShown }: Props) {
  const place = usePlace(time, range)
  if (place === null) return null
  const { history, beside } = view
  const { left, right, top, bottom } = place
  // What lies outside the picture, by a part of a step, lies at its edge.
  const [x, y] = [tenths(place.x, left, right), tenths(place.y, top, bottom)]
  const band = bandPath(history, x, y)
  const { bound } = history
  return (
    <g aria-hidden="true">
      <Axes place={place} time={time} ticks={ticks} />
      {band !== '' && <path className={styles.band} transform={TENTHS} d={band} />}
      <Marks view={view} time={time} place={place} />
      {bound !== null && boundShown && (
        <path className={styles.bound} d={`M${left} ${place.y(bound).toFixed(1)}H${right}`} />
      )}
      {beside !== null && (
        <path className={styles.beside} transform={TENTHS} d={meanPath(beside.history, x, y, beside.later)} />
      )}
      <path className={styles.mean} transform={TENTHS} d={meanPath(history, x, y)} />
      <Drift view={view} time={time} forecast={forecast} place={place} />
    </g>
  )
}
