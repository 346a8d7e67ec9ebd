import { Suspense } from 'react'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { panelId } from './elementIds.ts'
import { LazyRowPanel } from './lazyPanel.ts'
import styles from './panel.module.css'
import { ReasonCell } from './ReasonCell.tsx'

type Props = {
  readonly row: ServiceRow
  /** True where the row above has no room for its reasons. */
  readonly withReasons?: boolean
}

/** What is behind a row: everything known of its pods, as soon as it is there. */
export function OpenPanel({ row, withReasons = false }: Props) {
  return (
    <section id={panelId(row.name)} className={styles.panel} aria-label={row.name}>
      {withReasons && row.reasons.length > 0 && <ReasonCell row={row} open />}
      <Suspense fallback={<p className={styles.pending}>{screenTexts.panel.loading}</p>}>
        <LazyRowPanel service={row.name} cells={row.pods} />
      </Suspense>
    </section>
  )
}
