import type { Spark } from '#src/domain/digest/digestRow.ts'
import { DRIFT_SIGNALS } from '#src/domain/drift/driftSignals.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { minutes } from '#src/domain/time/units.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { formatSlope } from '#src/domain/wording/formatSlope.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { sparkSentence } from '#src/domain/wording/sparkSentence.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { usePodLines } from '#src/state/queries/usePodLines.ts'
import { type Detail, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { Sparkline } from '#src/ui/Sparkline.tsx'
import { FitPanel } from './FitPanel.tsx'
import { LineButton } from './LineButton.tsx'
import { RowAge } from './RowAge.tsx'
import styles from './signals.module.css'
import { toggleSignal, useShownSignal } from './viewParams.ts'

type Pod = Detail['pods'][number]
type Reading = Pod['signals'][number]

const words = screenTexts.panel

/** Why a pod has no signals: its metrics page may be none, not asked yet, or not to be read. */
function noSignals({ endpoints }: Pod): string {
  const page = endpoints.find(({ endpoint }) => endpoint === 'metrics')
  if (page === undefined) return words.metricsOff
  if (page.at === null) return words.metricsNotAsked
  if (page.failure === null) return words.noSignals
  return page.failure.kind === 'not-found' ? words.noMetrics : words.metricsFailed
}

const pageReadAt = ({ endpoints }: Pod): number | null =>
  endpoints.find(({ endpoint }) => endpoint === 'metrics')?.at ?? null

/** How a signal went; of one that is judged by its slope a button that explains it. */
function SignalLine({ spark, open, light }: Omit<ItemProps, 'reading'>) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  if (spark === undefined) return <span />
  if (!DRIFT_SIGNALS.includes(spark.signal))
    return <Sparkline spark={spark} label={sparkSentence(spark, now, timeZone)} />
  return <LineButton spark={spark} light={light} expanded={open} onClick={() => toggleSignal(spark.signal)} />
}

type ItemProps = {
  readonly reading: Reading
  readonly spark: Spark | undefined
  readonly open: boolean
  readonly light: Light
}

function Item({ reading, ...line }: ItemProps) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { signal, value, from, of } = reading
  const { spark } = line
  // The fleet file may name a limit that the metrics do not.
  const bound = spark?.bound ?? reading.bound
  const say = (amount: number): string => formatSignal(signal, amount, now, timeZone)
  return (
    <>
      <span className={styles.name}>
        {texts.signal[signal]} {of !== null && <span className={styles.quiet}>{of}</span>}
      </span>
      <SignalLine {...line} />
      <span className={styles.value}>
        {say(value)} {bound !== null && <span className={styles.quiet}>{`${words.of} ${say(bound)}`}</span>}
      </span>
      <span className={styles.slope}>
        {spark?.slope?.isDrift === true && formatSlope(signal, spark.slope.perHour)}
      </span>
      <span className={styles.from} title={from}>
        {from}
      </span>
    </>
  )
}

type Props = { readonly service: string; readonly pod: Pod; readonly light: Light }

/** The signals of a pod: how each went, its value, bound and slope, and which metric fed it. */
export function SignalList({ service, pod, light }: Props) {
  const asOf = pageReadAt(pod)
  const lines = usePodLines(service, pod.name, asOf)
  const shown = useShownSignal()
  return (
    <section className={styles.signals}>
      <h4>
        {words.signals}{' '}
        {asOf !== null && pod.signals.length > 0 && (
          <span className={styles.quiet}>
            {words.readAt} <RowAge observedAt={asOf} /> {screenTexts.ago}
          </span>
        )}
      </h4>
      {pod.signals.length === 0 ? (
        <p className={styles.quiet}>{noSignals(pod)}</p>
      ) : (
        <ul className={styles.list}>
          {pod.signals.map((reading) => {
            const { signal } = reading
            const open = signal === shown
            return (
              <li key={signal} className={styles.item} data-open={open || undefined}>
                <Item reading={reading} spark={lines.get(signal)} open={open} light={light} />
                {open && (
                  <FitPanel service={service} pod={pod.name} light={light} signal={signal} asOf={asOf} />
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
