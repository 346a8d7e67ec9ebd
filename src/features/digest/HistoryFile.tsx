import { type ChangeEvent, useState } from 'react'
import { mebibytes, minutes } from '#src/domain/time/units.ts'
import { englishHistory } from '#src/domain/wording/englishHistory.ts'
import { formatBytes } from '#src/domain/wording/formatBytes.ts'
import { historyFileName } from '#src/domain/wording/historyFileName.ts'
import { importSentence } from '#src/domain/wording/historyWords.ts'
import { type Screen, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import styles from './historyPanel.module.css'
import { saveFile } from '#src/ui/saveFile.ts'

const words = englishHistory.file

/** Some four times what the watch holds in memory at the most; a larger file is read by mistake. */
const IMPORT_CAP = mebibytes(256)

/** Reads a file and hands it to the watch; what became of it, in words. */
async function takeIn(file: File, importHistory: Screen['importHistory']): Promise<string> {
  if (file.size > IMPORT_CAP) return words.tooLarge(formatBytes(file.size), formatBytes(IMPORT_CAP))
  const bytes = await file.arrayBuffer().catch(() => null)
  return bytes === null ? words.unreadable : importSentence(await importHistory(new Uint8Array(bytes)))
}

/** Takes what is remembered along as a file, and adds what such a file holds. */
export function HistoryFile() {
  const { exportHistory, importHistory, timeZone } = useScreen()
  const title = useWatch((state) => state.strip?.title ?? '')
  const now = useNow(minutes(1))
  const [told, setTold] = useState('')
  const [busy, setBusy] = useState(false)

  const run = async (begins: string, work: () => Promise<string>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setTold(begins)
    try {
      setTold(await work())
    } finally {
      setBusy(false)
    }
  }
  const onExport = (): void =>
    void run(words.exporting, async () => {
      const bytes = await exportHistory()
      if (bytes === null) return words.notNow
      const name = historyFileName(title, now, timeZone)
      saveFile(bytes, name)
      return words.exported(name, formatBytes(bytes.length))
    })
  const onImport = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = input.files ?? []
    if (file !== undefined) void run(words.importing, () => takeIn(file, importHistory))
    // The same file may be chosen again.
    input.value = ''
  }

  return (
    <section>
      <h3>{words.heading}</h3>
      <p className={styles.quiet}>{words.meaning}</p>
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.action}
          data-busy={busy}
          aria-disabled={busy}
          onClick={onExport}
        >
          {words.export}
        </button>
        <label className={styles.action} data-busy={busy}>
          {words.import}
          <input type="file" accept=".mch" className="unseen" aria-disabled={busy} onChange={onImport} />
        </label>
      </div>
      <output>{told}</output>
    </section>
  )
}
