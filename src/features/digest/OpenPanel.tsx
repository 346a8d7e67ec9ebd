import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { usePart } from '#src/state/part.ts'
import { PartBoundary, type PartFault } from '#src/ui/PartBoundary.tsx'
import { panelId } from './elementIds.ts'
import { rowPanel } from './lazyPanel.ts'
import styles from './panel.module.css'
import { ReasonCell } from './ReasonCell.tsx'

const words = screenTexts.panel

const reload = (): void => location.reload()

function Fault({ says, onRetry }: { readonly says: string; readonly onRetry: () => void }) {
  return (
    <p className={styles.fault} role="alert">
      {says}{' '}
      <button type="button" onClick={onRetry}>
        {words.again}
      </button>{' '}
      <button type="button" onClick={reload}>
        {words.reload}
      </button>
    </p>
  )
}

const NotDrawn = ({ message, onRetry }: PartFault) => (
  <Fault says={words.notDrawn(message)} onRetry={onRetry} />
)

type Props = {
  readonly row: ServiceRow
  /** True where the row above has no room for its reasons. */
  readonly withReasons?: boolean
}

function Panel({ row }: Pick<Props, 'row'>) {
  const part = usePart(rowPanel)
  if (part.kind === 'failed') return <Fault says={words.notLoaded} onRetry={rowPanel.load} />
  if (part.kind === 'waiting') return <p className={styles.pending}>{words.loading}</p>
  const RowPanel = part.value
  return (
    <PartBoundary fallback={NotDrawn}>
      <RowPanel service={row.name} cells={row.pods} />
    </PartBoundary>
  )
}

/** What is behind a row: everything known of its pods, as soon as it is there. A fault of it stays in it. */
export function OpenPanel({ row, withReasons = false }: Props) {
  return (
    <section id={panelId(row.name)} className={styles.panel} aria-label={row.name}>
      {withReasons && row.reasons.length > 0 && <ReasonCell row={row} open />}
      <Panel row={row} />
    </section>
  )
}
