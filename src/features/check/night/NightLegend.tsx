import type { Night } from '#src/domain/night/night.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { MarkShape } from './NightMarks.tsx'
import type { NightMark, NightRow } from './nightRows.ts'
import styles from './nightTimeline.module.css'

const { legend: words, filled: filledWord } = englishCheckScreen.night

const KINDS: readonly NightMark['kind'][] = ['deploy', 'restart', 'ticket', 'breach']

type Props = { readonly rows: readonly NightRow[]; readonly night: Night }

/** What the shapes mean: only of those that are drawn. */
export function NightLegend({ rows, night }: Props) {
  const drawn = new Set(rows.flatMap(({ marks }) => marks.map(({ kind }) => kind)))
  const isUnseen = rows.some(({ bands }) => bands.some(({ light }) => light === 'unknown'))
  return (
    <ul className={styles.legend} aria-hidden="true">
      {KINDS.filter((kind) => drawn.has(kind)).map((kind) => (
        <li key={kind}>
          <MarkShape kind={kind} /> {words[kind]}
        </li>
      ))}
      {isUnseen && (
        <li>
          <i className={styles.swatch} data-light="unknown" /> {words.unseen}
        </li>
      )}
      {night.gaps.length > 0 && (
        <li>
          <i className={styles.swatch} data-kind="gap" /> {words.gap}
        </li>
      )}
      {night.filled.length > 0 && (
        <li>
          <i className={styles.swatch} data-kind="filled" /> {filledWord}
        </li>
      )}
    </ul>
  )
}
