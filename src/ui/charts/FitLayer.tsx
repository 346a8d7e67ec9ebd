import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { ExplainedPoint, PointUse } from '#src/domain/slope/explainFit.ts'
import styles from './FitChart.module.css'
import type { FitView } from './fitView.ts'
import { MARKER, START_MARKER } from './markerShape.ts'
import { thinOut } from './thinOut.ts'

type Props = {
  readonly view: FitView
  /** Few enough for the widest picture; a narrow one draws fewer. */
  readonly points: readonly ExplainedPoint[]
  readonly light: Light | undefined
  readonly boundShown: boolean
}

/** Drawn first, so that what was used lies on top. */
const USES: readonly PointUse[] = ['outside', 'before-start', 'start-up', 'outlier', 'used']

/** A sample has as many pixels of the picture's width. */
const APART = 3.5
const LEAST_POINTS = 40

type Place = {
  readonly x: (t: number) => number
  readonly y: (value: number) => number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const at = (place: number | undefined): number => Math.round((place ?? 0) * 10) / 10

/** Where times and values lie; values outside the picture lie at its edge. Null until the chart has a size. */
function usePlace(): Place | null {
  const [area, xScale, yScale] = [usePlotArea(), useXAxisScale(), useYAxisScale()]
  if (area === undefined || xScale === undefined || yScale === undefined) return null
  const { x: left, y: top, width, height } = area
  const bottom = top + height
  return {
    x: (t) => at(xScale(t)),
    y: (value) => Math.max(top, Math.min(bottom, at(yScale(value)))),
    left,
    right: left + width,
    top,
    bottom,
  }
}

const through = (points: readonly (readonly [number, number])[]): string =>
  points.length === 0 ? '' : `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`

function Starts({ marks, place }: { readonly marks: FitView['marks']; readonly place: Place }) {
  return marks.map(({ at, kind }) => {
    const x = place.x(at)
    if (x < place.left || x > place.right) return null
    return (
      <g key={`${kind} ${at}`}>
        <path className={styles.start} data-kind={kind} d={`M${x} ${place.top}V${place.bottom}`} />
        <path className={styles.startMark} data-kind={kind} d={START_MARKER[kind](x, place.bottom)} />
      </g>
    )
  })
}

/** All of a fit's picture but its axes: band, limit, starts, samples by use, the line. */
export function FitLayer({ view, points: all, light, boundShown }: Props) {
  const place = usePlace()
  if (place === null) return null
  const { x, y, left, right, top, bottom } = place
  const points = thinOut(all, Math.max(LEAST_POINTS, Math.floor((right - left) / APART)))
  const { band, line, bound, onset, marks } = view
  const upper = band.map(({ t, high }) => [x(t), y(high)] as const)
  const lower = band.map(({ t, low }) => [x(t), y(low)] as const)
  const whiskers = points.map(({ t, low, high }) => `M${x(t)} ${y(low)}V${y(high)}`).join('')
  const onsetX = onset === null ? null : x(onset)
  return (
    <g aria-hidden="true" className={styles.layer}>
      {band.length > 1 && (
        <path className={styles.band} d={`${through([...upper, ...lower.toReversed()])}Z`} />
      )}
      {boundShown && bound !== null && <path className={styles.bound} d={`M${left} ${y(bound)}H${right}`} />}
      {onsetX !== null && onsetX >= left && onsetX <= right && (
        <path className={styles.onset} d={`M${onsetX} ${top}V${bottom}`} />
      )}
      <Starts marks={marks} place={place} />
      <path className={styles.whiskers} d={whiskers} />
      {USES.map((use) => {
        const d = points
          .filter((point) => point.use === use)
          .map(({ t, mean }) => MARKER[use].draw(x(t), y(mean)))
          .join('')
        return d === '' ? null : (
          <path key={use} className={styles.points} data-filled={MARKER[use].filled} d={d} />
        )
      })}
      {line !== null && (
        <path
          className={styles.fit}
          data-light={light}
          d={through([
            [x(line.from), y(line.fromValue)],
            [x(line.to), y(line.toValue)],
          ])}
        />
      )}
    </g>
  )
}
