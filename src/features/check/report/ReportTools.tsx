import { useState } from 'react'
import type { CheckReport } from '#src/domain/report/checkReport.ts'
import type { Dialect } from '#src/domain/report/dialect.ts'
import { nightCsv } from '#src/domain/report/nightCsv.ts'
import { reportJson } from '#src/domain/report/reportFile.ts'
import { reportHtml } from '#src/domain/report/reportHtml.ts'
import type { ReportForm } from '#src/domain/report/reportLayout.ts'
import { reportMarkdown } from '#src/domain/report/reportMarkdown.ts'
import { englishCheckPapers } from '#src/domain/wording/englishCheckPapers.ts'
import { formatNumber } from '#src/domain/wording/formatNumber.ts'
import { reportFileName } from '#src/domain/wording/historyFileName.ts'
import { CopyText } from '#src/features/check/CopyText.tsx'
import { saveText } from '#src/features/check/saveText.ts'
import styles from './report.module.css'

const { report: words } = englishCheckPapers

const FORMS: readonly ReportForm[] = ['short', 'long']
const DIALECTS: readonly Dialect[] = ['slack', 'webex', 'teams', 'wiki']
const FILES = { html: reportHtml, json: reportJson, csv: nightCsv } as const

type FileKind = keyof typeof FILES

const KINDS: readonly FileKind[] = ['html', 'json', 'csv']

type Props = { readonly report: CheckReport }

/** Texts for chats and wikis, in two lengths; the clipboard says what it took. */
function Texts({ report }: Props) {
  const [form, setForm] = useState<ReportForm>('short')
  return (
    <fieldset className={styles.group}>
      <legend>{words.text}</legend>
      {FORMS.map((each) => (
        <label key={each} className={styles.form}>
          <input type="radio" name="form" checked={form === each} onChange={() => setForm(each)} />
          {words[each]}
        </label>
      ))}
      {DIALECTS.map((dialect) => (
        <CopyText
          key={dialect}
          label={words.dialect[dialect]}
          title={words.copy[dialect]}
          text={() => reportMarkdown(report, { form, dialect })}
          done={(text) => words.copied(words.dialect[dialect], formatNumber(text.length))}
        />
      ))}
    </fieldset>
  )
}

/** What can be done with a report: copied, downloaded, printed. */
export function ReportTools({ report }: Props) {
  const [said, setSaid] = useState('')
  const { fleet, to, timeZone } = report
  const download = (kind: FileKind): void => {
    const name = reportFileName(kind, fleet, to, timeZone)
    saveText(FILES[kind](report), name)
    setSaid(words.saved(name))
  }
  return (
    <>
      <Texts report={report} />
      <fieldset className={styles.group}>
        <legend>{words.files}</legend>
        {KINDS.map((kind) => (
          <button key={kind} type="button" className={styles.button} onClick={() => download(kind)}>
            {words[kind]}
          </button>
        ))}
        <button type="button" className={styles.button} onClick={() => print()}>
          {words.print}
        </button>
      </fieldset>
      <output className={styles.said}>{said}</output>
    </>
  )
}
