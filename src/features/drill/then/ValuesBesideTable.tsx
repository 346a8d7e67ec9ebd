import { changeMatters } from '#src/domain/compare/changeMatters.ts'
import {
  type PodValue,
  type ValueRange,
  type ValuesBeside,
  valuesBeside,
} from '#src/domain/journal/valuesBeside.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { formatNumber, formatRatio } from '#src/domain/wording/formatNumber.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './thenAndNow.module.css'

const words = englishThen.values

/** Less is noise, and so much more is told as a factor. */
const WORTH_A_WORD = 0.1
const AS_FACTOR = 2

/** How much more or less it is now, in words. */
function changeWords({ times, was, is }: ValuesBeside): string {
  if (was !== null && was.high === is?.high) return words.same
  if (times === null) return was?.high === 0 && is !== null ? words.fromNothing : ''
  if (times >= AS_FACTOR) return words.times(formatNumber(times))
  if (times > 1 + WORTH_A_WORD) return words.more(formatRatio(times - 1))
  return times < 1 - WORTH_A_WORD ? words.less(formatRatio(1 - times)) : words.same
}

function rangeWords(range: ValueRange | null, say: (value: number) => string): string {
  if (range === null) return words.missing
  const [low, high] = [say(range.low), say(range.high)]
  return low === high ? low : words.range(low, high)
}

const isLouder = ({ signal, was, is }: ValuesBeside): boolean =>
  was !== null && is !== null && changeMatters(signal, was.high, is.high)

type Props = { readonly was: readonly PodValue[]; readonly is: readonly PodValue[] }

/** The signals of some pods then and now, with how much more or less they are. */
export function ValuesBesideTable({ was, is }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const rows = valuesBeside(was, is).filter((row) => row.was !== null)
  return (
    <section className={styles.part}>
      <h3>
        {words.title} {rows.length > 0 && <span className={styles.note}>{words.note}</span>}
      </h3>
      {rows.length === 0 ? (
        <p className={styles.note}>{words.none}</p>
      ) : (
        <table className={styles.table} data-numbers="">
          <thead>
            <tr>
              <th scope="col">{words.signal}</th>
              <th scope="col">{words.was}</th>
              <th scope="col">{words.is}</th>
              <th scope="col">{words.change}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const say = (value: number): string => formatSignal(row.signal, value, now, timeZone)
              return (
                <tr key={row.signal}>
                  <th scope="row">{texts.signal[row.signal]}</th>
                  <td>{rangeWords(row.was, say)}</td>
                  <td>{rangeWords(row.is, say)}</td>
                  <td data-loud={isLouder(row) || undefined}>{changeWords(row)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
