import type { EpochMs } from '#src/domain/time/units.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import styles from './RecentProbes.module.css'

type Recent = readonly { readonly at: EpochMs; readonly good: boolean }[]

const STEP = 6
const HEIGHT = 16

/** Marks of one sort: a good probe is low and quiet, a bad one tall. */
const marks = (recent: Recent, good: boolean): string =>
  recent
    .map((probe, i) => (probe.good === good ? `M${i * STEP + 2} ${HEIGHT}v${good ? -4 : -HEIGHT}` : ''))
    .join('')

/** The newest raw probe results, oldest first. What damping hides is seen here. */
export function RecentProbes({ recent }: { readonly recent: Recent }) {
  const good = recent.filter((probe) => probe.good).length
  const words = screenTexts.panel
  const label = recent.length === 0 ? words.noRecent : words.recent(good, recent.length)
  return (
    <svg className={styles.recent} role="img" aria-label={label} width={recent.length * STEP} height={HEIGHT}>
      <title>{label}</title>
      <path className={styles.good} d={marks(recent, true)} />
      <path className={styles.bad} d={marks(recent, false)} />
    </svg>
  )
}
