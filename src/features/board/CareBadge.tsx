import { useState } from 'react'
import { minutes } from '#src/domain/time/units.ts'
import { careTexts, exitSentence, metWord } from '#src/domain/wording/careWords.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import type { Desk } from '#src/state/boardStore.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { Dialog } from '#src/ui/Dialog.tsx'
import styles from './careBadge.module.css'

type Care = Desk['hypercare'][number]

/** A closer watch that people agreed on; behind it what has to be so before it may end. */
export function CareBadge({ care }: { readonly care: Care }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const [isOpen, setOpen] = useState(false)
  const { of, to, reason, exit = [] } = care
  const until = formatMoment(to, now, timeZone)
  return (
    <>
      <button type="button" className={styles.badge} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {ticketTexts.board.care(of, until)}
      </button>
      {isOpen && (
        <Dialog open title={careTexts.title(of)} closeLabel={careTexts.close} onClose={() => setOpen(false)}>
          <div className={styles.says}>
            <p>
              {reason}, {careTexts.until(until)}
            </p>
            <p className={styles.quiet}>{careTexts.meaning}</p>
            <h3>{careTexts.exit}</h3>
            <ul className={styles.points}>
              {exit.map((point) => (
                <li key={point.kind}>
                  <span className={styles.met} data-met={point.met ?? 'unknown'}>
                    {metWord(point)}
                  </span>
                  {exitSentence(point, now, timeZone)}
                </li>
              ))}
            </ul>
          </div>
        </Dialog>
      )}
    </>
  )
}
