import { useCallback } from 'react'
import type { Span } from '#src/domain/chart/span.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishCharts as words } from '#src/domain/wording/englishCharts.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { PinButton } from '#src/features/drill/why/PinButton.tsx'
import { YoungHistory } from '#src/features/drill/YoungHistory.tsx'
import { usePart } from '#src/state/part.ts'
import { type Detail, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import type { SignalView } from '#src/ui/charts/signalView.ts'
import { chartGrid } from './lazyCharts.ts'
import { pinOfChart } from './pinOfChart.ts'
import { ResourceBar } from './ResourceBar.tsx'
import styles from './resources.module.css'
import { type Charts, useCharts } from './useCharts.ts'
import { setZoom } from './zoomAddress.ts'

type Pod = Detail['pods'][number]

type Props = {
  readonly service: string
  readonly pod: Pod
}

/** As high as a screen of charts, so that nothing jumps when they are there. */
function Waiting() {
  return (
    <div className={styles.waiting} aria-busy="true">
      <p className={styles.quiet}>{words.loading}</p>
    </div>
  )
}

const zoomTo = (span: Span | null): void => setZoom(span)

function Grid({ service, charts }: { readonly service: string; readonly charts: Charts }) {
  const { timeZone, ticker } = useScreen()
  const now = useNow(minutes(1))
  const part = usePart(chartGrid)
  const { views, span, at, isZoomed } = charts
  const { from, to } = span
  const actions = useCallback(
    ({ history }: SignalView) => (
      <PinButton
        service={service}
        what={words.table(texts.signal[history.signal], history.pod)}
        pin={() => pinOfChart(history, { from, to }, ticker.now(), timeZone)}
      />
    ),
    [service, from, to, ticker, timeZone],
  )
  if (views === null) return <p className={styles.quiet}>{words.noSignals}</p>
  if (part.kind === 'failed') {
    return (
      <p role="alert">
        {words.notLoaded}{' '}
        <button type="button" className={styles.button} onClick={chartGrid.load}>
          {words.again}
        </button>
      </p>
    )
  }
  if (part.kind === 'waiting' || views === undefined) return <Waiting />
  if (views.length === 0) return <p className={styles.quiet}>{words.noSignals}</p>
  const ChartGrid = part.value
  return (
    <ChartGrid
      views={views}
      span={span}
      at={at}
      now={now}
      timeZone={timeZone}
      isZoomed={isZoomed}
      onZoom={zoomTo}
      actions={actions}
    />
  )
}

/**
 * What a pod used and how it did: a chart for each of its signals over one time, those that are in trouble first. Range, zoom,
 * moment and comparison lie in the address.
 */
export function ResourcesLayer({ service, pod }: Props) {
  const asOf = pod.endpoints.find(({ endpoint }) => endpoint === 'metrics')?.at ?? null
  const charts = useCharts(service, pod.name, asOf)
  const { views, span, at, isZoomed, silent, unknown } = charts
  return (
    <div className={styles.resources}>
      <ResourceBar service={service} pod={pod.name} span={span} at={at} isZoomed={isZoomed} />
      {!isZoomed && (
        <YoungHistory
          histories={(views ?? []).map(({ history }) => history)}
          to={span.to}
          endsAlike={at === null}
        />
      )}
      {unknown !== null && <p className={styles.quiet}>{words.notKnown(unknown)}</p>}
      <Grid service={service} charts={charts} />
      {silent.length > 0 && <p className={styles.quiet}>{words.nothingThen(silent.join(', '))}</p>}
    </div>
  )
}
