import { besideAt } from '#src/domain/chart/beside.ts'
import { type HistoryRow, historyRows } from '#src/domain/chart/historyRows.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishCharts as words } from '#src/domain/wording/englishCharts.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { startsSentence } from '#src/domain/wording/startsSentence.ts'
import { texts } from '#src/domain/wording/texts.ts'
import styles from './SignalData.module.css'
import type { SignalView } from './signalView.ts'

/** A table that is read, or listened to, is short. */
const MOST_ROWS = 48

type Props = { readonly view: SignalView; readonly now: EpochMs; readonly timeZone: string }

/** A chart's lines as a table, a few readings a row, the newest first. Stretches without a reading say so. */
export function SignalTable({ view, now, timeZone }: Props) {
  const { history, beside } = view
  const { signal, pod } = history
  const say = (value: number): string =>
    Number.isFinite(value) ? formatSignal(signal, value, now, timeZone) : words.none
  const range = ({ low, high }: HistoryRow): string =>
    Number.isFinite(low) ? words.between(say(low), say(high)) : ''
  const { time, mean } = words.column
  const starts = startsSentence(history.marks, now, timeZone)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={words.table(texts.signal[signal], pod)}>
      <table className={styles.table}>
        <caption>
          {words.table(texts.signal[signal], pod)}
          {starts !== '' && `, ${starts}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{time}</th>
            <th scope="col">{mean}</th>
            <th scope="col">{words.column.range}</th>
            {beside !== null && <th scope="col">{beside.name}</th>}
          </tr>
        </thead>
        <tbody>
          {historyRows(history, MOST_ROWS)
            .toReversed()
            .map((row) => (
              <tr key={row.at}>
                <th scope="row">{formatMoment(row.at, now, timeZone)}</th>
                <td>{say(row.mean)}</td>
                <td>{range(row)}</td>
                {beside !== null && <td>{say(besideAt(beside, row.at + history.step / 2) ?? Number.NaN)}</td>}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
