import { type ReactNode, useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { shownUntil } from '#src/domain/chart/forecastOf.ts'
import type { Span } from '#src/domain/chart/span.ts'
import { days, type EpochMs } from '#src/domain/time/units.ts'
import { zoneOffset } from '#src/domain/time/zoneOffset.ts'
import { formatTimeTick } from '#src/domain/wording/formatTimeTick.ts'
import styles from './ChartGrid.module.css'
import { createCrosshair } from './crosshair.ts'
import { plotWidth } from './plotBox.ts'
import { SignalChart } from './SignalChart.tsx'
import { SignalLegend } from './SignalLegend.tsx'
import type { SignalView, TimeFrame } from './signalView.ts'
import { timeTicks } from './timeTicks.ts'
import { useWidth } from './useWidth.ts'

type Props = {
  /** In the order in which they are drawn; at least one. */
  readonly views: readonly SignalView[]
  readonly span: Span
  /** The moment that is looked at; null: now. */
  readonly at: EpochMs | null
  readonly now: EpochMs
  /** The viewer's zone, an IANA name. */
  readonly timeZone: string
  readonly isZoomed: boolean
  /** Null: back to the whole range. Stays the same function, or all charts are drawn anew; so does `actions`. */
  readonly onZoom: (span: Span | null) => void
  readonly actions: (view: SignalView) => ReactNode
}

/** A chart that is narrower shows too little; wider ones than twice that stand side by side. */
const LEAST_WIDTH = 380
const GAP = 32
/** As many are drawn at once: what fits on a screen. The others follow when there is time. */
const FIRST = 6
/** A tick of the time has as many pixels for itself. */
const TICK_WIDTH = 48

/** Noon of today in a zone: by it days are named, and it changes once a day. */
function noonOf(now: EpochMs, timeZone: string): EpochMs {
  const ahead = zoneOffset(now, timeZone)
  return Math.floor((now + ahead) / days(1)) * days(1) - ahead + days(0.5)
}

/** How many charts stand side by side, and how wide each is. */
function columnsOf(width: number): { readonly columns: number; readonly each: number } {
  const columns = Math.max(1, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)))
  return { columns, each: Math.max(0, Math.floor((width - (columns - 1) * GAP) / columns)) }
}

/** The charts of a pod's signals over one time, with one crosshair. Draws with recharts: load it lazily. */
export function ChartGrid({ views, span, at, now, timeZone, isZoomed, onZoom, actions }: Props) {
  const grid = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const { columns, each } = columnsOf(useWidth(grid))
  const [crosshair] = useState(createCrosshair)
  const shown = useDeferredValue(views.length, FIRST)
  const today = noonOf(now, timeZone)
  const { from, to } = span
  const until = shownUntil(
    views.map(({ history }) => history),
    span,
  )
  const atMost = Math.max(3, Math.floor(plotWidth(each) / TICK_WIDTH))
  const time = useMemo((): TimeFrame => {
    const ticks = timeTicks(from, until, timeZone, atMost).map((at) => ({
      at,
      text: formatTimeTick(at, today, timeZone),
    }))
    return { from, to, until, ticks, at }
  }, [from, to, until, at, today, timeZone, atMost])
  return (
    <div className={styles.charts}>
      <SignalLegend views={views} time={time} hintId={hintId} />
      <div
        ref={grid}
        className={styles.grid}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {views.slice(0, Math.max(FIRST, shown)).map((view) => (
          <SignalChart
            key={view.history.signal}
            view={view}
            time={time}
            width={each}
            now={now}
            today={today}
            timeZone={timeZone}
            crosshair={crosshair}
            onZoom={onZoom}
            isZoomed={isZoomed}
            hintId={hintId}
            actions={actions}
          />
        ))}
      </div>
    </div>
  )
}
