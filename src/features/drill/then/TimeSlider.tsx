import { useState } from 'react'
import { type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useAt } from '#src/features/drill/drillAddress.ts'
import type { Then } from '#src/state/drillActions.ts'
import { useAsOf } from '#src/state/queries/useDrill.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { TimeRange } from './TimeRange.tsx'
import styles from './timeSlider.module.css'
import { Clock, SpanPicker, Steps } from './TimeSteps.tsx'
import { TimeTrack } from './TimeTrack.tsx'
import { type SpanName, SPANS, timeView } from './timeWindow.ts'
import { useTimeGesture } from './useTimeGesture.ts'

const words = englishThen.slider

type Past = NonNullable<Then['past']>

const NO_PAST: Past = []
const NO_TURNS: readonly EpochMs[] = []

/** Which light it had at a moment, in a word. */
function lightWord(past: Past, at: EpochMs): string {
  const seen = past.find((one) => one.from <= at && at <= one.to)
  return seen === undefined ? words.unseen : screenTexts.light[seen.light]
}

const oldestOf = (then: Then | null | undefined, past: Past, now: EpochMs): EpochMs =>
  Math.min(past[0]?.from ?? now, then?.knownSince ?? now)

/**
 * The past of a service as a slider: which light it had when, and the moment that is looked at, which is `at` in the address.
 * ← and → go by a minute, ↑ and ↓ by ten, the page keys by an hour.
 */
export function TimeSlider({ service }: { readonly service: string }) {
  const { timeZone } = useScreen()
  const asked = useAt()
  const now = useNow(seconds(10))
  const thisMinute = useNow(minutes(1))
  const then = useAsOf(service, asked ?? thisMinute)
  const gesture = useTimeGesture()
  const [picked, setPicked] = useState<SpanName | null>(null)
  const past = then?.past ?? NO_PAST
  const turns = then?.turns ?? NO_TURNS
  const at = gesture.draft === undefined ? asked : gesture.draft
  const view = timeView(picked, at, asked, now)
  const text =
    at === null ? words.now : words.valueText(formatMoment(at, now, timeZone), lightWord(past, view.shown))
  return (
    <section className={styles.slider} aria-label={words.region}>
      <Clock at={at} now={now} />
      <Steps at={asked} now={now} turns={turns} />
      <SpanPicker span={view.name} onPick={setPicked} />
      <div className={styles.rail}>
        <TimeTrack from={view.from} span={SPANS[view.name]} past={past} turns={turns} />
        <TimeRange
          view={view}
          at={at}
          now={now}
          oldest={oldestOf(then, past, now)}
          text={text}
          gesture={gesture}
        />
      </div>
    </section>
  )
}
