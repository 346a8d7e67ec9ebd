import type { ImportPreview } from '#src/domain/ticket/importPreview.ts'
import { checkMoment } from '#src/domain/wording/checkTimeWords.ts'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import { useScreen } from '#src/state/screen.ts'
import { WhatItAdds } from '#src/ui/WhatItAdds.tsx'
import styles from './panel.module.css'

const { file: words } = englishReach

/** The entries of a file that was read, and what they would add. */
export type TicketsOfFile = { readonly events: readonly unknown[]; readonly preview: ImportPreview }

type Props = {
  readonly chosen: TicketsOfFile
  readonly onTake: (chosen: TicketsOfFile) => void
  readonly onLeave: () => void
}

/** What a file of tickets would add, and whether it does. */
export function ChosenTickets({ chosen, onTake, onLeave }: Props) {
  const { ticker, timeZone } = useScreen()
  const { preview } = chosen
  return (
    <>
      <WhatItAdds preview={preview} moment={(at) => checkMoment(at, { now: ticker.now(), timeZone })} />
      <div className={styles.actions}>
        {preview.known < preview.events && (
          <button type="button" className={styles.action} onClick={() => onTake(chosen)}>
            {words.take}
          </button>
        )}
        <button type="button" className={styles.action} onClick={onLeave}>
          {words.leave}
        </button>
      </div>
    </>
  )
}
