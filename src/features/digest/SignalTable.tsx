import { minutes } from '#src/domain/time/units.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { type Detail, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './panel.module.css'

type Pod = Detail['pods'][number]

const words = screenTexts.panel

/** Why a pod has no signals: its metrics page may be none, not asked yet, or not to be read. */
function noSignals({ endpoints }: Pod): string {
  const page = endpoints.find(({ endpoint }) => endpoint === 'metrics')
  if (page === undefined) return words.metricsOff
  if (page.at === null) return words.metricsNotAsked
  if (page.failure === null) return words.noSignals
  return page.failure.kind === 'not-found' ? words.noMetrics : words.metricsFailed
}

/** The signals of a pod: value, bound where there is one, and which metric fed it. */
export function SignalTable({ pod }: { readonly pod: Pod }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  return (
    <div>
      <h4>{words.signals}</h4>
      {pod.signals.length === 0 ? (
        <p className={styles.quiet}>{noSignals(pod)}</p>
      ) : (
        <table className={styles.signals}>
          <tbody>
            {pod.signals.map(({ signal, value, bound, from, of }) => (
              <tr key={signal}>
                <th scope="row">
                  {texts.signal[signal]} {of !== null && <span className={styles.quiet}>{of}</span>}
                </th>
                <td>{formatSignal(signal, value, now, timeZone)}</td>
                <td className={styles.quiet}>
                  {bound !== null && `${words.of} ${formatSignal(signal, bound, now, timeZone)}`}
                </td>
                <td className={styles.from}>{from}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
