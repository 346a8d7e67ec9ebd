import { memo } from 'react'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useRow } from '#src/state/useWatch.ts'
import { PodStrip } from '#src/ui/PodStrip.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './affectedRows.module.css'
import { OpenPanel } from './OpenPanel.tsx'
import { podsLabel } from './podsLabel.ts'
import { ReasonText } from './ReasonText.tsx'
import { LateAge } from './RowAge.tsx'
import { RowName } from './RowName.tsx'
import { openAtPod } from './viewParams.ts'

/** One short line of pods; the others are counted. */
const MOST_PODS = 6

/** Through whom the trouble came, where it did not come at once. */
function Via({ row: { cascade } }: { readonly row: ServiceRow }) {
  const between = cascade?.via.slice(0, -1) ?? []
  return between.length === 0 ? null : (
    <span className={styles.via}>{screenTexts.via(between.join(', '))}</span>
  )
}

type Props = { readonly name: string; readonly open: boolean }

const AffectedRow = memo(function AffectedRow({ name, open }: Props) {
  const row = useRow(name)
  if (row === undefined) return null
  const [first] = row.reasons
  return (
    <li className={styles.item} data-item={name}>
      <article className={styles.row} aria-label={name} data-light={row.light}>
        <div className={styles.label}>
          <StatusLight light={row.light} size={16} />
          <RowName name={name} light={row.light} open={open} />
          <Via row={row} />
        </div>
        <div className={styles.why}>{first !== undefined && <ReasonText reason={first} />}</div>
        <div className={styles.pods}>
          <PodStrip
            pods={row.pods}
            label={podsLabel(row.pods)}
            atMost={MOST_PODS}
            onPick={(pod) => openAtPod(name, pod)}
          />
        </div>
        <span className={styles.age}>
          <LateAge observedAt={row.observedAt} />
        </span>
      </article>
      {open && <OpenPanel row={row} withReasons />}
    </li>
  )
})

/** The services that a suspected root drags down, one line each: there to be counted and opened, not to be chased. An item of the list that its root stands in. */
export function AffectedRows({
  names,
  root,
  open,
}: {
  readonly names: readonly string[]
  readonly root: string
  readonly open: ReadonlySet<string>
}) {
  return (
    <li>
      <ul className={styles.list} aria-label={screenTexts.affectedBy(root)}>
        {names.map((name) => (
          <AffectedRow key={name} name={name} open={open.has(name)} />
        ))}
      </ul>
    </li>
  )
}
