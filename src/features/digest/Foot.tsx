import { minutes } from '#src/domain/time/units.ts'
import { englishWays } from '#src/domain/wording/englishWays.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { CopyLink } from '#src/ui/CopyLink.tsx'
import { HistoryButton } from './HistoryButton.tsx'
import styles from './states.module.css'

/** Who polls, which fleet file is in use since when, and since when the past is remembered. */
export function Foot() {
  const { mode, timeZone } = useScreen()
  const now = useNow(minutes(1))
  const fleetFile = useWatch((state) => state.fleetFile)
  const words = screenTexts.watch
  return (
    <footer className={styles.foot}>
      <span>{words[mode]}</span>
      {fleetFile?.kind === 'good' && (
        <span>{words.fleetRead(formatMoment(fleetFile.readAt, now, timeZone))}</span>
      )}
      <HistoryButton />
      <a href={hashTo('/board')}>{screenTexts.screens.board}</a>
      <a href={hashTo('/board/figures')}>{screenTexts.screens.figures}</a>
      <a href={hashTo('/reach')}>{screenTexts.screens.reach}</a>
      <a href={hashTo('/rules')}>{screenTexts.rules}</a>
      <a href={hashTo('/preferences')}>{englishWays.titles.preferences}</a>
      <CopyLink />
    </footer>
  )
}
