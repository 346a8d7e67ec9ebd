import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import styles from './podSummary.module.css'
import type { Neighbours } from './usePodKeys.ts'

const words = englishLayers.screen

type WayProps = { readonly href: string | null; readonly label: string; readonly sign: string }

function Way({ href, label, sign }: WayProps) {
  if (href === null) return null
  return (
    <a href={href} aria-label={label} title={label}>
      {sign}
    </a>
  )
}

type Props = Neighbours & { readonly place: number; readonly of: number }

/** From pod to pod of one service. */
export function PodNeighbours({ previous, next, place, of }: Props) {
  return (
    <span className={styles.neighbours}>
      <Way href={previous} label={words.previous} sign="←" />
      <span>{words.place(place, of)}</span>
      <Way href={next} label={words.next} sign="→" />
    </span>
  )
}
