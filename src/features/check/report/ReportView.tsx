import { useMemo, useState } from 'react'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { CheckReport } from '#src/domain/report/checkReport.ts'
import { checkMoment } from '#src/domain/wording/checkTimeWords.ts'
import { type EpochMs, hours } from '#src/domain/time/units.ts'
import { englishCheckPapers } from '#src/domain/wording/englishCheckPapers.ts'
import { useWeek } from '#src/state/queries/useWeek.ts'
import { useScreen } from '#src/state/screen.ts'
import { drawReport } from './makeReport.ts'
import { ReportPage } from './ReportPage.tsx'
import { ReportTools } from './ReportTools.tsx'
import { readSigned } from './signedReport.ts'
import styles from './report.module.css'

const { report: words } = englishCheckPapers

/** How it stands now, drawn again when the check or the week changed. */
function useLiveReport(check: MorningCheck): CheckReport {
  const screen = useScreen()
  const week = useWeek(0)
  return useMemo(() => {
    const known = week !== null && week !== undefined && week.tickets !== null
    return drawReport(screen, check, null, known ? { seen: week.seen, tickets: week.tickets } : null)
  }, [screen, check, week])
}

const signedAt = ({ signed, to }: CheckReport): EpochMs => signed?.at ?? to

/** So long what was signed is what somebody comes for; afterwards it is how things stand now. */
const JUST_SIGNED = hours(2)

type WhichProps = {
  readonly signed: CheckReport | null
  readonly isLive: boolean
  readonly onSwitch: () => void
}

/** Whether this is what was signed or how it stands now, and the way to the other. */
function Which({ signed, isLive, onSwitch }: WhichProps) {
  const { ticker, timeZone } = useScreen()
  if (signed === null) return <p className={styles.which}>{words.draft}</p>
  const by = signed.signed?.by ?? ''
  const moment = checkMoment(signedAt(signed), { now: ticker.now(), timeZone })
  return (
    <p className={styles.which}>
      <b>{isLive ? words.draft : words.signed(by, moment)}</b>{' '}
      <button type="button" onClick={onSwitch}>
        {isLive ? words.showSigned(by, moment) : words.live}
      </button>
    </p>
  )
}

/** The report of the check: what was signed here last, else how it stands now; as a page, as texts and as files. */
export function ReportView({ check }: { readonly check: MorningCheck }) {
  const { storage } = useScreen()
  const live = useLiveReport(check)
  const signed = useMemo(() => readSigned(storage, live.fleet), [storage, live.fleet])
  // Until somebody chooses.
  const [wantsLive, setWantsLive] = useState<boolean | null>(null)
  const isOld = signed !== null && check.to - signedAt(signed) > JUST_SIGNED
  const isLive = signed === null || (wantsLive ?? isOld)
  const report = isLive ? live : signed
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <Which signed={signed} isLive={isLive} onSwitch={() => setWantsLive(!isLive)} />
        <ReportTools report={report} />
      </div>
      <ReportPage report={report} />
    </div>
  )
}
