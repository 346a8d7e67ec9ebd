import type { EpochMs } from '#src/domain/time/units.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { setAt } from '#src/features/drill/drillAddress.ts'
import { useScreen } from '#src/state/screen.ts'
import { agoOf } from './agoOf.ts'
import styles from './timeSlider.module.css'
import { SPAN_NAMES, type SpanName, SPANS, turnAfter, turnBefore } from './timeWindow.ts'

const words = englishThen.slider

/** The moment in words: by the clock, and how long ago. */
export function Clock({ at, now }: { readonly at: EpochMs | null; readonly now: EpochMs }) {
  const { timeZone } = useScreen()
  if (at === null) return <output className={styles.clock}>{words.now}</output>
  return (
    <output className={styles.clock}>
      <b>{formatMoment(at, now, timeZone)}</b> {words.ago(agoOf(at, now))}
    </output>
  )
}

type StepsProps = { readonly at: EpochMs | null; readonly now: EpochMs; readonly turns: readonly EpochMs[] }

/** From change to change, and back to the present. */
export function Steps({ at, now, turns }: StepsProps) {
  const before = turnBefore(turns, at ?? now)
  const after = at === null ? undefined : turnAfter(turns, at)
  return (
    <div className={styles.steps}>
      <button
        type="button"
        aria-label={words.previous}
        title={words.previous}
        disabled={before === undefined}
        onClick={() => setAt(before ?? null)}
      >
        ‹
      </button>
      <button
        type="button"
        aria-label={words.next}
        title={words.next}
        disabled={after === undefined}
        onClick={() => setAt(after ?? null)}
      >
        ›
      </button>
      <button type="button" title={words.toNowTitle} disabled={at === null} onClick={() => setAt(null)}>
        {words.toNow}
      </button>
    </div>
  )
}

type SpanProps = { readonly span: SpanName; readonly onPick: (span: SpanName) => void }

/** How far back the slider reaches. */
export function SpanPicker({ span, onPick }: SpanProps) {
  return (
    <fieldset className={styles.spans}>
      <legend className="unseen">{words.spanLabel}</legend>
      {SPAN_NAMES.map((name) => (
        <button key={name} type="button" aria-pressed={name === span} onClick={() => onPick(name)}>
          {formatDuration(SPANS[name])}
        </button>
      ))}
    </fieldset>
  )
}
