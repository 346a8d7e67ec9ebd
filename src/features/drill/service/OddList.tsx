import type { OddOne } from '#src/domain/compare/oddOnesOut.ts'
import type { ScaledSignal } from '#src/domain/compare/podsOnOneScale.ts'
import { minutes } from '#src/domain/time/units.ts'
import { printTimestamp } from '#src/domain/time/printTimestamp.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { formatStamp } from '#src/domain/wording/formatStamp.ts'
import { oddText } from '#src/domain/wording/oddWords.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { podHref, useAt } from '#src/features/drill/drillAddress.ts'
import { useKeptTime } from '#src/features/drill/useKeptTime.ts'
import { PinButton } from '#src/features/drill/why/PinButton.tsx'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { OddMark } from './OddMark.tsx'
import styles from './podMarks.module.css'

type Props = { readonly service: string; readonly one: ScaledSignal }

const words = englishService.pods

function Odd({ service, one: { signal, lines }, odd }: Props & { readonly odd: OddOne }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const at = useAt() ?? now
  const kept = useKeptTime()
  const others = lines.flatMap(({ history, recent }) =>
    recent === null || history.pod === odd.pod ? [] : [history.pod],
  )
  const says = words.odd(odd.pod, oddText(signal, odd, others, { now, timeZone }))
  const href = podHref(service, odd.pod, { layer: 'resources', signal, ...kept })
  const name = texts.signal[signal]
  return (
    <li>
      <OddMark />
      <a href={href}>{says}</a>
      <PinButton
        service={service}
        what={`${name}: ${says}`}
        pin={() => ({
          kind: 'chart',
          text: words.pinned(name, says, formatStamp(at, timeZone)),
          link: podHref(service, odd.pod, { layer: 'resources', signal, ...kept, at: printTimestamp(at) }),
          line: null,
        })}
      />
    </li>
  )
}

/** The pods that differ in a signal, each with how much, as the way to its charts. Nothing where all are alike. */
export function OddList({ service, one }: Props) {
  if (one.odd.length === 0) return null
  return (
    <ul className={styles.odd}>
      {one.odd.map((odd) => (
        <Odd key={odd.pod} service={service} one={one} odd={odd} />
      ))}
    </ul>
  )
}
