import type { ScaledSignal } from '#src/domain/compare/podsOnOneScale.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { OddList } from './OddList.tsx'
import { OddMark } from './OddMark.tsx'
import { PodLink } from './PodLink.tsx'
import { ScaledLine } from './ScaledLine.tsx'
import styles from './podTable.module.css'
import { shortPods } from './shortPods.ts'
import { useValueOf } from './useValueOf.ts'
import { useSpan } from './useServiceHistories.ts'

const words = englishService.pods

type CellProps = { readonly one: ScaledSignal; readonly pod: string; readonly value: number | null }

function Cell({ one, pod, value }: CellProps) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { from, to } = useSpan()
  const { signal, low, high, bound, lines, odd } = one
  const line = lines.find(({ history }) => history.pod === pod)
  const isOdd = odd.some((each) => each.pod === pod)
  return (
    <td className={styles.cell} data-pod={pod} data-odd={isOdd || undefined}>
      <div className={styles.picture}>
        {line !== undefined && (
          <ScaledLine
            lines={[{ history: line.history, isOdd }]}
            from={from}
            to={to}
            low={low}
            high={high}
            bound={bound}
            marked
          />
        )}
      </div>
      <span className={styles.value}>
        {isOdd && <OddMark />}
        {isOdd && <span className="unseen">{words.oddMark} </span>}
        {value === null ? (
          <span className={styles.quiet} title={words.notTold}>
            –
          </span>
        ) : (
          formatSignal(signal, value, now, timeZone)
        )}
      </span>
    </td>
  )
}

function SignalHead({ service, one }: { readonly service: string; readonly one: ScaledSignal }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const say = (value: number): string => formatSignal(one.signal, value, now, timeZone)
  return (
    <th scope="row" className={styles.signal}>
      <b>{texts.signal[one.signal]}</b>
      <span className={styles.scale}>
        {words.scale(say(one.low), say(one.high))}
        {one.bound !== null && <> · {words.limit(say(one.bound))}</>}
      </span>
      <OddList service={service} one={one} />
    </th>
  )
}

/** How many letters of a name have room over one of so many columns, in one line or, where they are narrow, in two. */
const lettersIn = (columns: number): number => (columns > 6 ? 16 : 120 / columns)

type Props = { readonly row: ServiceRow; readonly scaled: readonly ScaledSignal[] }

/** A column for each pod, a row for each signal: what is in one row is drawn on one scale. */
export function PodTable({ row, scaled }: Props) {
  const valueOf = useValueOf(row.name, scaled)
  const { pods } = row
  if (pods.length === 0) return null
  const short = shortPods(
    pods.map(({ name }) => name),
    lettersIn(pods.length),
  )
  return (
    <table className={styles.table} data-many={pods.length > 6 || undefined}>
      <thead>
        <tr>
          <th scope="col" className={styles.corner}>
            <span className="unseen">{words.signal}</span>
          </th>
          {pods.map((pod) => (
            <th key={pod.name} scope="col">
              <PodLink service={row.name} pod={pod} short={short.get(pod.name)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scaled.map((one) => (
          <tr key={one.signal}>
            <SignalHead service={row.name} one={one} />
            {pods.map(({ name }) => (
              <Cell key={name} one={one} pod={name} value={valueOf(one.signal, name)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
