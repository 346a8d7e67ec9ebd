import { useMemo } from 'react'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import { minutes } from '#src/domain/time/units.ts'
import { checkSentence } from '#src/domain/wording/checkWords.ts'
import { englishCheckScreen as words } from '#src/domain/wording/englishCheckScreen.ts'
import { headline } from '#src/domain/wording/fleetSentence.ts'
import { formatClock } from '#src/domain/wording/formatMoment.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { CopyLink } from '#src/ui/CopyLink.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { CheckKeysButton } from './CheckKeysButton.tsx'
import { CheckTabs } from './CheckTabs.tsx'
import styles from './checkHead.module.css'

/** From so many characters on a sentence is set smaller: on a bad morning all of it is to be read. */
const LONG = 110

type Props = {
  /** Null while there is none; then `silence` says why. */
  readonly check: MorningCheck | null
  readonly silence: string
  readonly progress: { readonly decided: number; readonly of: number }
  /** That this check was begun before the page was opened. */
  readonly resumed: string | null
  readonly reader: Reader
}

/** The fleet as it is now, which is not how the night was. */
function Fleet() {
  const { timeZone } = useScreen()
  const strip = useWatch((state) => state.strip)
  const now = useNow(minutes(1))
  return (
    <a className={styles.fleet} href={hashTo('/')} title={words.digest}>
      <StatusLight light={strip?.light ?? 'unknown'} size={16} />
      {strip === null ? words.digest : headline(strip, now, timeZone)}
    </a>
  )
}

/** The time, and the zone of every clock time on the screen. */
function Clock() {
  const { timeZone } = useScreen()
  const now = useNow()
  return (
    <span className={styles.clock}>
      <time>{formatClock(now, timeZone, true)}</time> {timeZone}
    </span>
  )
}

function useSentence(check: MorningCheck | null, silence: string, reader: Reader): string {
  return useMemo(() => (check === null ? silence : checkSentence(check, reader)), [check, silence, reader])
}

/** The top of all four views: since when and whose check, what it comes to, how the fleet is now, how far the walk is. */
export function CheckHead({ check, silence, progress, resumed, reader }: Props) {
  const sentence = useSentence(check, silence, reader)
  const title = useWatch(({ strip }) => strip?.title ?? '')
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>
        {words.title} <span>{title || screenTexts.product}</span>
      </h1>
      <div className={styles.tools}>
        <CopyLink />
        <CheckKeysButton />
      </div>
      <p className={styles.sentence} data-long={sentence.length > LONG || undefined}>
        {sentence}
      </p>
      <div className={styles.bar}>
        <CheckTabs />
        <div className={styles.facts}>
          <Fleet />
          {check !== null && progress.of > 0 && (
            <span>{words.walk.progress(progress.decided, progress.of)}</span>
          )}
          {resumed !== null && <b>{resumed}</b>}
          <Clock />
        </div>
      </div>
    </header>
  )
}
