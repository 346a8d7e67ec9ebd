import type { ScaledSignal } from '#src/domain/compare/podsOnOneScale.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { median } from '#src/domain/slope/ordered.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { OddList } from './OddList.tsx'
import { PodLink } from './PodLink.tsx'
import { ScaledLine } from './ScaledLine.tsx'
import styles from './manyPods.module.css'
import { useSpan } from './useServiceHistories.ts'
import { worstPods } from './worstPods.ts'

const words = englishService.pods

/** The lowest, the middle and the highest of all pods, with whose the ends are. */
function Spread({ one }: { readonly one: ScaledSignal }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const values = one.lines
    .flatMap(({ history, recent }) => (recent === null ? [] : [{ pod: history.pod, value: recent }]))
    .toSorted((a, b) => a.value - b.value)
  const [lowest, highest] = [values[0], values.at(-1)]
  if (lowest === undefined || highest === undefined) return null
  const say = (value: number): string => formatSignal(one.signal, value, now, timeZone)
  const rows = [
    [words.lowest, lowest.value, lowest.pod],
    [words.middle, median(values.map(({ value }) => value)), ''],
    [words.highest, highest.value, highest.pod],
  ] as const
  return (
    <dl className={styles.spread}>
      {rows.map(([name, value, pod]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{say(value)}</dd>
          <dd className={styles.quiet}>{pod}</dd>
        </div>
      ))}
    </dl>
  )
}

function SignalOfMany({ service, one }: { readonly service: string; readonly one: ScaledSignal }) {
  const { from, to } = useSpan()
  const { signal, low, high, bound, lines, odd } = one
  const drawn = lines.map(({ history }) => ({
    history,
    isOdd: odd.some(({ pod }) => pod === history.pod),
  }))
  return (
    <li className={styles.block}>
      <h3>{texts.signal[signal]}</h3>
      <div className={styles.over}>
        <ScaledLine lines={drawn} from={from} to={to} low={low} high={high} bound={bound} />
      </div>
      <Spread one={one} />
      <OddList service={service} one={one} />
    </li>
  )
}

type Props = { readonly row: ServiceRow; readonly scaled: readonly ScaledSignal[] }

/** More pods than have room beside each other: their lines over each other, and in words who differs. */
export function ManyPods({ row, scaled }: Props) {
  return (
    <>
      <ul className={styles.many}>
        {worstPods(row.pods).map((pod) => (
          <li key={pod.name}>
            <PodLink service={row.name} pod={pod} />
          </li>
        ))}
      </ul>
      <ul className={styles.blocks}>
        {scaled.map((one) => (
          <SignalOfMany key={one.signal} service={row.name} one={one} />
        ))}
      </ul>
    </>
  )
}
