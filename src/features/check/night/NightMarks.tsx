import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { keyed } from '#src/ui/keyed.ts'
import { markGroups } from './markGroups.ts'
import { MARK_SHAPE } from './markShape.ts'
import type { NightMark } from './nightRows.ts'
import { markWords } from './nightRowWords.ts'
import styles from './nightTimeline.module.css'

/** The shape of a mark: over the line, and in the legend. */
export function MarkShape({ kind }: Pick<NightMark, 'kind'>) {
  const { d, isLine } = MARK_SHAPE[kind]
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" data-mark={kind} aria-hidden="true">
      <path className={styles.halo} d={d} strokeWidth={isLine ? 5 : 3} />
      <path
        d={d}
        fill={isLine ? 'none' : 'currentColor'}
        stroke={isLine ? 'currentColor' : 'none'}
        strokeWidth="1.8"
      />
    </svg>
  )
}

type Props = { readonly marks: readonly NightMark[]; readonly width: number; readonly reader: Reader }

/** Deploys, restarts, tickets and breaches where they lie on a line of so many pixels. */
export function NightMarks({ marks, width, reader }: Props) {
  const groups = markGroups(marks, width)
  return keyed(groups, ({ kind, at }) => `${kind} ${at}`).map(([key, group]) => (
    <span
      key={key}
      className={styles.mark}
      style={{ left: `${group.at * 100}%` }}
      title={group.marks.map((mark) => markWords(mark, reader)).join('\n')}
    >
      <MarkShape kind={group.kind} />
      {group.marks.length > 1 && <small>×{group.marks.length}</small>}
    </span>
  ))
}
