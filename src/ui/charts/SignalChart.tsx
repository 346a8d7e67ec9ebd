import { memo, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import type { Span } from '#src/domain/chart/span.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishCharts as words } from '#src/domain/wording/englishCharts.ts'
import { slopeSentence } from '#src/domain/wording/slopeSentence.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import type { Crosshair } from './crosshair.ts'
import { PLOT, plotWidth } from './plotBox.ts'
import { paintPointer, pointedParts } from './pointerPaint.ts'
import styles from './SignalChart.module.css'
import { SignalData } from './SignalData.tsx'
import { SignalPlot } from './SignalPlot.tsx'
import type { SignalView, TimeFrame } from './signalView.ts'
import { usePointer } from './usePointer.ts'

type Props = {
  readonly view: SignalView
  readonly time: TimeFrame
  /** Of the whole chart, in pixels; 0 while it is not known. */
  readonly width: number
  readonly now: EpochMs
  /** Any moment of today. */
  readonly today: EpochMs
  readonly timeZone: string
  readonly crosshair: Crosshair
  /** Null: back to the whole range. */
  readonly onZoom: (span: Span | null) => void
  readonly isZoomed: boolean
  /** The id of what tells how charts are used. */
  readonly hintId: string
  /** What else can be done with a chart. */
  readonly actions: (view: SignalView) => ReactNode
}

/** The part of the picture in which lines are drawn. */
const BOX = {
  left: PLOT.axisWidth,
  top: PLOT.top,
  width: `calc(100% - ${PLOT.axisWidth + PLOT.right}px)`,
  height: PLOT.height - PLOT.top - PLOT.axisHeight,
}

/** What there is to say of a signal besides its value: its slope and what becomes of its limit. */
function sentence({ history }: SignalView, now: EpochMs, timeZone: string): string {
  const { signal, bound } = history
  const slope = slopeSentence(history, now, timeZone)
  if (slope !== null) return slope
  return bound === null ? '' : texts.slope.limit(formatSignal(signal, bound, now, timeZone))
}

/** Writes each move of the pointer into the chart, once it is there. */
function usePointed(figure: RefObject<HTMLElement | null>, props: Props): void {
  const { view, time, width, now, timeZone, crosshair } = props
  useLayoutEffect(() => {
    const parts = pointedParts(figure.current)
    if (parts === null) return
    const pointed = { view, time, width: plotWidth(width), now, timeZone }
    const paint = (): void => paintPointer(parts, pointed, crosshair.pointer())
    paint()
    return crosshair.subscribe(paint)
  }, [figure, view, time, width, now, timeZone, crosshair])
}

/** One signal: its name, its value now or where one points, its slope in words, its picture, and its data on demand. */
export const SignalChart = memo(function SignalChart(props: Props) {
  const { view, time, width, now, today, timeZone, crosshair, onZoom, isZoomed, hintId, actions } = props
  const { light } = view
  const { signal, step, slope } = view.history
  const what = texts.signal[signal]
  const onPointer = usePointer({ crosshair, time, step, width: plotWidth(width), onZoom, isZoomed })
  const figure = useRef<HTMLElement>(null)
  usePointed(figure, props)
  return (
    <figure ref={figure} className={styles.chart} data-signal={signal}>
      <figcaption>
        <div className={styles.head}>
          <h3 className={styles.name}>
            {light !== null && <StatusLight light={light} size={16} />}
            {what}
          </h3>
          <p className={styles.reading}>
            <span data-pointed="beside" className={styles.quiet} />
            <b data-pointed="value" />
            <span data-pointed="when" className={styles.quiet} />
          </p>
        </div>
        <p className={styles.sentence} data-light={slope?.isDrift === true ? light : undefined}>
          {sentence(view, now, timeZone)}
        </p>
      </figcaption>
      <div className={styles.plot} style={{ height: PLOT.height }}>
        {width > 0 && <SignalPlot view={view} time={time} width={width} today={today} timeZone={timeZone} />}
        <input
          type="range"
          data-pointed="pad"
          className={styles.pad}
          style={BOX}
          aria-label={words.chart(what)}
          aria-describedby={hintId}
          min={0}
          max={Math.round((time.until - time.from) / 1000)}
          defaultValue={0}
          {...onPointer}
        />
        <div className={styles.over} style={BOX} aria-hidden="true">
          <div data-pointed="line" className={styles.line} hidden />
          <div data-pointed="selection" className={styles.selection} hidden />
        </div>
      </div>
      <SignalData view={view} figure={figure} now={now} timeZone={timeZone}>
        {actions(view)}
      </SignalData>
    </figure>
  )
})
