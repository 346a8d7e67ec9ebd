import { useState } from 'react'
import type { Pin } from '#src/domain/ticket/pin.ts'
import { englishWhys as words } from '#src/domain/wording/englishWhys.ts'
import { useWhys } from '#src/state/useWhys.ts'
import { addPin } from '#src/state/whyStore.ts'
import { Icon } from '#src/ui/Icon.tsx'
import styles from './pinButton.module.css'

type Props = {
  readonly service: string
  /** Made when the button is pressed. */
  readonly pin: () => Pin
  /** What is pinned, for those who do not see beside what the button stands: `memory of orders-2`. */
  readonly what?: string
}

function PinIcon() {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" width={16} height={16}>
      <path
        d="M9 4h6l-1 7l3 3H7l3-3zM12 14v6"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.8}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/**
 * Pins what it stands beside to the answer that is being written; the tray says what became of it. The key `p` presses it
 * while the keyboard stands anywhere in the smallest part of the page that holds this button and no other one like it.
 */
export function PinButton({ service, pin, what }: Props) {
  const whys = useWhys()
  const [isDone, setDone] = useState(false)
  const label = what === undefined ? words.pin : words.pinWhat(what)
  return (
    <button
      type="button"
      className={styles.pin}
      data-pins=""
      aria-label={label}
      aria-keyshortcuts="p"
      title={label}
      onClick={() => setDone(addPin(whys, service, pin()).kind === 'pinned')}
      onPointerLeave={() => setDone(false)}
      onBlur={() => setDone(false)}
    >
      {isDone ? <Icon name="done" /> : <PinIcon />}
    </button>
  )
}
