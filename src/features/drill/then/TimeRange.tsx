import { type ChangeEvent, type KeyboardEvent, useRef } from 'react'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import styles from './timeSlider.module.css'
import { momentAfterKey, momentWithin, type TimeView } from './timeWindow.ts'
import type { TimeGesture } from './useTimeGesture.ts'

type Props = {
  readonly view: TimeView
  /** The moment that is looked at; null is the present. */
  readonly at: EpochMs | null
  readonly now: EpochMs
  /** Where Home leads. */
  readonly oldest: EpochMs
  /** The moment in words. */
  readonly text: string
  readonly gesture: TimeGesture
}

/** The thumb of the slider: dragged, or moved by keys. */
export function TimeRange({ view, at, now, oldest, text, gesture: { move, end } }: Props) {
  const isDown = useRef(false)
  const onChange = ({ target, timeStamp }: ChangeEvent<HTMLInputElement>): void =>
    move(momentWithin(Number(target.value), now), timeStamp, isDown.current)
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = momentAfterKey(event.key, at, oldest, now)
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    move(next, event.timeStamp, true)
  }
  const release = (): void => {
    isDown.current = false
    end()
  }
  return (
    <input
      type="range"
      className={styles.range}
      aria-label={englishThen.slider.label}
      aria-valuetext={text}
      min={view.from}
      max={now}
      step={1}
      value={view.shown}
      onChange={onChange}
      onKeyDown={onKeyDown}
      onKeyUp={release}
      onPointerDown={() => {
        isDown.current = true
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onBlur={release}
    />
  )
}
