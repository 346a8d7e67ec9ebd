import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { FileState } from '#src/state/watchStore.ts'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import styles from './states.module.css'

/** A worker starts within tens of milliseconds; after this long it is worth a word. */
const SILENT_AFTER: DurationMs = seconds(5)

/** What the page waits for before there is a row. */
export function pendingWords(fleetFile: FileState | null, openedAt: EpochMs, now: EpochMs): string {
  const words = screenTexts.watch
  const waited = now - openedAt
  if (fleetFile === null) {
    return waited < SILENT_AFTER ? words.starting : words.noWorker(formatDuration(waited))
  }
  return fleetFile.kind === 'loading' ? words.reading(fleetFile.url) : words.waiting
}

/** Rows to come, in their place and height: those of about fifty services. */
export function FirstLoad() {
  return (
    <div className={styles.waiting}>
      <Skeleton rows={51} />
    </div>
  )
}
