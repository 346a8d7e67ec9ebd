import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { WallOptions } from '#src/domain/wall/wallOptions.ts'
import { englishWall } from '#src/domain/wording/englishWall.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { setParams } from '#src/state/hashRoute.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow, useOfNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import type { FileState } from '#src/state/watchStore.ts'
import { askedWords } from './askedWords.ts'
import { fileFaultWords } from './fileFaultWords.ts'
import styles from './wall.module.css'
import { WallShape } from './WallShape.tsx'

/** A worker starts within tens of milliseconds; after this long it is worth a word. */
const PATIENCE: DurationMs = seconds(5)

function pending(fleetFile: FileState | null, waited: DurationMs): string {
  const { watch } = screenTexts
  if (fleetFile?.kind === 'loading') return watch.reading(fleetFile.url)
  if (fleetFile !== null) return watch.waiting
  return waited < PATIENCE ? watch.starting : watch.noWorker(formatDuration(waited))
}

type SaysProps = { readonly title: string; readonly text: string }

function Says({ title, text }: SaysProps) {
  return (
    <div className={styles.says}>
      <WallShape light="unknown" size={44} />
      <p>
        <b>{title}</b>
      </p>
      {text !== '' && <p>{text}</p>}
    </div>
  )
}

/** Services there are, but none that the address asks for. */
export function NothingAsked({ options }: { readonly options: WallOptions }) {
  const { empty } = englishWall
  return (
    <div className={styles.says}>
      <WallShape light="unknown" size={44} />
      <p>
        <b>{empty.filtered}</b>
      </p>
      <p>{empty.filteredFix(askedWords(options))}</p>
      <p>
        <button type="button" onClick={() => setParams({ team: null, tier: null, label: null })}>
          {empty.all}
        </button>
      </p>
    </div>
  )
}

/** What stands where tiles would be while no service is known: why, and what to do. */
export function NoTiles() {
  const { openedAt, timeZone } = useScreen()
  const now = useNow(minutes(1))
  const fleetFile = useWatch((state) => state.fleetFile)
  const isTold = useWatch(({ strip, source }) => strip !== null && source === 'live')
  const waiting = useOfNow((at: EpochMs) => pending(fleetFile, at - openedAt))
  const fault = fileFaultWords(fleetFile, now, timeZone)
  if (fault !== null) return <Says title={fault.title} text={fault.fix} />
  const { emptyFleet } = screenTexts
  if (isTold && fleetFile?.kind === 'good') return <Says title={emptyFleet.title} text={emptyFleet.fix} />
  return <Says title={waiting} text="" />
}
