import type { ScaledSignal } from '#src/domain/compare/podsOnOneScale.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { oddText } from '#src/domain/wording/oddWords.ts'
import { podHref } from '#src/features/drill/drillAddress.ts'
import { useKeptTime } from '#src/features/drill/useKeptTime.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { OddMark } from './OddMark.tsx'
import styles from './podMarks.module.css'

type Props = { readonly service: string; readonly one: ScaledSignal }

/** The pods that differ in a signal, each with how much, as the way to its charts. Nothing where all are alike. */
export function OddList({ service, one: { signal, odd, lines } }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const kept = useKeptTime()
  if (odd.length === 0) return null
  const others = (pod: string): readonly string[] =>
    lines.flatMap(({ history, recent }) => (recent === null || history.pod === pod ? [] : [history.pod]))
  return (
    <ul className={styles.odd}>
      {odd.map((each) => (
        <li key={each.pod}>
          <OddMark />
          <a href={podHref(service, each.pod, { layer: 'resources', signal, ...kept })}>
            {englishService.pods.odd(each.pod, oddText(signal, each, others(each.pod), { now, timeZone }))}
          </a>
        </li>
      ))}
    </ul>
  )
}
