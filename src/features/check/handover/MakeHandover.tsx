import { useState } from 'react'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { Dialect } from '#src/domain/report/dialect.ts'
import { type Handover, handoverText } from '#src/domain/report/handover.ts'
import { handoverHtml, handoverMarkdown } from '#src/domain/report/handoverPages.ts'
import { checkMoment } from '#src/domain/wording/checkTimeWords.ts'
import { englishCheckPapers } from '#src/domain/wording/englishCheckPapers.ts'
import { formatNumber } from '#src/domain/wording/formatNumber.ts'
import { handoverFileName } from '#src/domain/wording/historyFileName.ts'
import { copyTextOf } from '#src/features/check/copyTextOf.ts'
import { saveText } from '#src/features/check/saveText.ts'
import type { WalkDeeds } from '#src/features/check/walk/walkDeeds.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import styles from './handover.module.css'
import { makeHandover, runBegan } from './makeHandover.ts'

const { handover: words, report: reportWords } = englishCheckPapers

const DIALECTS: readonly Dialect[] = ['slack', 'webex', 'teams', 'wiki']

type Props = { readonly check: MorningCheck; readonly named: WalkDeeds['named'] }

/** Since when a handover tells: the beginning of the RUN week where a rota names it, else seven days. */
function Since({ from, isRun }: { readonly from: string; readonly isRun: boolean }) {
  return <p>{words.makeHint(isRun ? words.sinceRun(from) : words.sinceWeek(from))}</p>
}

const copy = (dialect: Dialect) => async (made: Handover) => {
  const text = handoverMarkdown(made, { form: 'long', dialect })
  return (await copyTextOf(text))
    ? reportWords.copied(reportWords.dialect[dialect], formatNumber(text.length))
    : words.notCopied
}

/** Makes a handover: as a file that the next one takes in, and as a page or a text to be read. */
export function MakeHandover({ check, named }: Props) {
  const screen = useScreen()
  const duty = useBoard(({ desk }) => desk?.duty ?? null)
  const [note, setNote] = useState('')
  const [said, setSaid] = useState('')
  const { from, isRun } = runBegan(duty, check.to)
  const reader = { now: check.now, timeZone: screen.timeZone }
  /** Makes one and does something with it, as somebody who has a name. */
  const withHandover = (use: (made: Handover) => string | Promise<string>): void =>
    named((by) => {
      setSaid(words.making)
      makeHandover(screen, check, { by, note: note.trim(), from })
        .then((made) => (made === null ? words.noEvents : use(made)))
        .then(setSaid, () => setSaid(words.noEvents))
    })
  const save = (kind: 'json' | 'html') => (made: Handover) => {
    const name = handoverFileName(kind, made.report.fleet, made.at, screen.timeZone)
    saveText(kind === 'json' ? handoverText(made) : handoverHtml(made), name)
    return words.made(name, made.events.length)
  }
  return (
    <section className={styles.part} aria-labelledby="handover-make">
      <h2 id="handover-make">{words.make}</h2>
      <Since from={checkMoment(from, reader)} isRun={isRun} />
      <p className={styles.field}>
        <label htmlFor="handover-note">{words.note}</label>
        <textarea
          id="handover-note"
          rows={4}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </p>
      <div className={styles.buttons}>
        <button type="button" className={styles.main} onClick={() => withHandover(save('json'))}>
          {words.download}
        </button>
        <button type="button" className={styles.button} onClick={() => withHandover(save('html'))}>
          {words.downloadHtml}
        </button>
        {DIALECTS.map((dialect) => (
          <button
            key={dialect}
            type="button"
            className={styles.button}
            onClick={() => withHandover(copy(dialect))}
          >
            {reportWords.copy[dialect]}
          </button>
        ))}
      </div>
      <output>{said}</output>
    </section>
  )
}
