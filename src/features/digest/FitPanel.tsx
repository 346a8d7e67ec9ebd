import type { SlopeExplained } from '#src/domain/drift/explainSlope.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { usePart } from '#src/state/part.ts'
import { useExplained } from '#src/state/queries/useExplained.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { fitChart } from './lazyChart.ts'
import styles from './signals.module.css'

type Props = {
  readonly service: string
  readonly pod: string
  readonly light: Light
  readonly signal: Signal
  /** When the pod's metrics page was read: a newer one is explained anew. */
  readonly asOf: EpochMs | null
}

const words = screenTexts.panel

function Chart({ explained, light }: { readonly explained: SlopeExplained; readonly light: Light }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const part = usePart(fitChart)
  if (part.kind === 'failed') {
    return (
      <p role="alert">
        {words.notLoaded}{' '}
        <button type="button" onClick={fitChart.load}>
          {words.again}
        </button>
      </p>
    )
  }
  if (part.kind === 'waiting') return <p className={styles.quiet}>{words.fitLoading}</p>
  const FitChart = part.value
  const view = { ...explained, onset: explained.assessment.since }
  return <FitChart pod={explained.pod} view={view} light={light} now={now} timeZone={timeZone} />
}

/** Explains a slope: which samples it rests on, which were left out and why, the line through them, how sure it is. */
export function FitPanel({ service, pod, light, signal, asOf }: Props) {
  const explained = useExplained(service, pod, signal, asOf)
  return (
    <div className={styles.fit}>
      {explained === undefined && <p className={styles.quiet}>{words.fitLoading}</p>}
      {explained === null && <p className={styles.quiet}>{words.noFit}</p>}
      {explained !== undefined && explained !== null && <Chart explained={explained} light={light} />}
    </div>
  )
}
