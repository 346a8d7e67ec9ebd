import { type ChangeEvent, useState } from 'react'
import type { Handover } from '#src/domain/report/handover.ts'
import { handoverFit, type HandoverPlace } from '#src/domain/report/handoverFit.ts'
import type { CheckReport } from '#src/domain/report/checkReport.ts'
import type { Result } from '#src/domain/result.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { checkMoment } from '#src/domain/wording/checkTimeWords.ts'
import { englishCheckPapers } from '#src/domain/wording/englishCheckPapers.ts'
import { ReportPage } from '#src/features/check/report/ReportPage.tsx'
import type { ImportPreview } from '#src/domain/ticket/importPreview.ts'
import { checkActions } from '#src/state/checkActions.ts'
import { type Screen, useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { WhatItAdds } from '#src/ui/WhatItAdds.tsx'
import styles from './handover.module.css'
import { readHandoverFile } from './readHandoverFile.ts'

const { handover: words } = englishCheckPapers

/** What was chosen: a file that was read, with what it would add; null of that: a report without a log. */
type Chosen = {
  readonly report: CheckReport
  readonly handover: Handover | null
  readonly preview: Result<ImportPreview, string> | null
}

async function choose(file: Blob, { ask }: Screen): Promise<Result<Chosen, string>> {
  const read = await readHandoverFile(file)
  if (!read.ok) return read
  const { value } = read
  if (value.kind === 'report')
    return { ok: true, value: { report: value.report, handover: null, preview: null } }
  const { handover } = value
  const preview = await checkActions(ask)
    .previewImport(handover.events)
    .catch(() => null)
  if (preview === null) return { ok: false, error: words.noEvents }
  return { ok: true, value: { report: handover.report, handover, preview } }
}

function Title({ chosen: { report, handover } }: { readonly chosen: Chosen }) {
  const { ticker, timeZone } = useScreen()
  const moment = (at: number): string => checkMoment(at, { now: ticker.now(), timeZone })
  if (handover !== null) return <h3>{words.of(handover.by, moment(handover.at))}</h3>
  const { signed, to } = report
  return (
    <h3>
      {signed === null ? words.reportUnsigned(moment(to)) : words.reportOf(signed.by, moment(signed.at))}
    </h3>
  )
}

type TakeProps = {
  readonly handover: Handover
  readonly here: HandoverPlace
  readonly onTake: (handover: Handover) => void
}

/** The button that takes it. What is of another fleet is taken by a button that says so, what is of another board by none. */
function TakeButton({ handover, here, onTake }: TakeProps) {
  const { board, report } = handover
  const fit = handoverFit(handover, here)
  if (fit === 'other-board') return <p role="alert">{words.otherBoard(board, report.fleet, here.board)}</p>
  const isOwn = fit === 'own'
  return (
    <>
      {!isOwn && <p role="alert">{words.otherFleet(report.fleet, here.fleet)}</p>}
      <button type="button" className={isOwn ? styles.main : styles.button} onClick={() => onTake(handover)}>
        {isOwn ? words.takeButton : words.takeOther(report.fleet)}
      </button>
    </>
  )
}

type ChosenProps = Omit<TakeProps, 'handover' | 'here'> & {
  readonly chosen: Chosen
  /** Null: what this board is called is not known. */
  readonly here: HandoverPlace | null
  readonly onDrop: () => void
}

/** What of the chosen file would be taken, and whether it is. */
function Chosen({ chosen, here, onTake, onDrop }: ChosenProps) {
  const { report, handover, preview } = chosen
  const { ticker, timeZone } = useScreen()
  const moment = (at: EpochMs): string => checkMoment(at, { now: ticker.now(), timeZone })
  return (
    <div className={styles.chosen}>
      <Title chosen={chosen} />
      {handover !== null && handover.note !== '' && <p className={styles.note}>{handover.note}</p>}
      {preview === null && <p>{words.onlyReport}</p>}
      {preview !== null && !preview.ok && <p role="alert">{words.cannotImport(preview.error)}</p>}
      {preview?.ok === true && <WhatItAdds preview={preview.value} moment={moment} />}
      <div className={styles.buttons}>
        {handover !== null && here !== null && preview?.ok === true && (
          <TakeButton handover={handover} here={here} onTake={onTake} />
        )}
        <button type="button" className={styles.button} onClick={onDrop}>
          {words.drop}
        </button>
      </div>
      <ReportPage report={report} />
    </div>
  )
}

/**
 * Takes a handover over: first it is seen what it would add, then it is taken, and how much was new is said. `fleet`: the
 * title of the fleet that takes it.
 */
export function TakeHandover({ fleet }: { readonly fleet: string }) {
  const screen = useScreen()
  const board = useBoard(({ desk }) => desk?.board ?? null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [said, setSaid] = useState('')
  const read = async (file: Blob): Promise<void> => {
    setSaid(words.reading)
    setChosen(null)
    const found = await choose(file, screen)
    setSaid(found.ok ? '' : found.error)
    setChosen(found.ok ? found.value : null)
  }
  const onFile = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = input.files ?? []
    if (file !== undefined) void read(file)
    // The same file may be chosen again.
    input.value = ''
  }
  const take = async ({ events }: Handover): Promise<void> => {
    const taken = await screen.desk.importTickets(events).catch(() => null)
    if (taken === null) setSaid(words.noAnswer)
    else setSaid(taken.ok ? words.took(taken.value) : words.notTaken(taken.error))
    if (taken?.ok === true) setChosen(null)
  }
  return (
    <section className={styles.part} aria-labelledby="handover-take">
      <h2 id="handover-take">{words.take}</h2>
      <p>{words.takeHint}</p>
      <div className={styles.buttons}>
        <label className={styles.button}>
          {words.choose}
          <input type="file" accept=".json,application/json" className="unseen" onChange={onFile} />
        </label>
      </div>
      <output>{said}</output>
      {chosen !== null && (
        <Chosen
          chosen={chosen}
          here={board === null ? null : { board, fleet }}
          onTake={(handover) => void take(handover)}
          onDrop={() => setChosen(null)}
        />
      )}
    </section>
  )
}
