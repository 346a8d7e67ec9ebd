import type { SignalReading } from '#src/domain/signals/signalReading.ts'
import { minutes } from '#src/domain/time/units.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './panel.module.css'

/** The signals of a pod: value, bound where there is one, and which metric fed it. */
export function SignalTable({ signals }: { readonly signals: readonly SignalReading[] }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const words = screenTexts.panel
  return (
    <div>
      <h4>{words.signals}</h4>
      {signals.length === 0 ? (
        <p className={styles.quiet}>{words.noSignals}</p>
      ) : (
        <table className={styles.signals}>
          <tbody>
            {signals.map(({ signal, value, bound, from, of }) => (
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
