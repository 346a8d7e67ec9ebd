import { type KeyboardEvent, memo, type MouseEvent, useState } from 'react'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { type Light, lightRank } from '#src/domain/verdict/light.ts'
import styles from './PodStrip.module.css'
import { StatusLight } from './StatusLight.tsx'

type Pod = { readonly name: string; readonly light: Light }

type Props = {
  readonly pods: readonly Pod[]
  /** Says the strip as a whole, for who does not see it. */
  readonly label: string
  readonly onPick: (pod: string) => void
  /** More pods than this are counted, not drawn; the well ones are left out first. */
  readonly atMost?: number
}

const STEP: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/** The name of the pod that lies under a click; none on the gaps. */
const podUnder = ({ target }: MouseEvent): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-name]')?.dataset.name : undefined

/**
 * The pods of a service at a glance: a small light each, worst first, its name on hover and on focus.
 * One button, as single pods would be too small to hit: ← and → choose a pod, Enter or a click picks it.
 */
export const PodStrip = memo(function PodStrip({ pods, label, onPick, atMost = 36 }: Props) {
  const [at, setAt] = useState(0)
  const shown = pods.toSorted((a, b) => lightRank(a.light) - lightRank(b.light)).slice(0, atMost)
  const current = Math.min(at, shown.length - 1)
  const chosen = shown[current]
  if (chosen === undefined) return <span />
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEP[event.key]
    if (step === undefined) return
    event.preventDefault()
    setAt(Math.max(0, Math.min(shown.length - 1, current + step)))
  }
  // A press of Enter is a click without a place (detail 0): it means the chosen pod.
  const onClick = (event: MouseEvent): void =>
    onPick((event.detail === 0 ? undefined : podUnder(event)) ?? chosen.name)
  const { podLight, plus } = screenTexts
  return (
    <button
      type="button"
      className={styles.strip}
      aria-label={`${label}; ${podLight(chosen.name, screenTexts.light[chosen.light])}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {shown.map(({ name, light }, i) => (
        <span key={name} className={styles.pod} data-name={name} data-chosen={i === current || undefined}>
          <StatusLight light={light} size={12} silent />
        </span>
      ))}
      {pods.length > shown.length && <span className={styles.rest}>{plus(pods.length - shown.length)}</span>}
    </button>
  )
})
