import { type ChangeEvent, useState } from 'react'
import { mebibytes, minutes } from '#src/domain/time/units.ts'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import { formatBytes } from '#src/domain/wording/formatBytes.ts'
import { formatNumber } from '#src/domain/wording/formatNumber.ts'
import { ticketFileName } from '#src/domain/wording/historyFileName.ts'
import { type Screen, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { saveFile } from '#src/ui/saveFile.ts'
import styles from './panel.module.css'
import { readTicketFile } from './readTicketFile.ts'

const { file: words, store } = englishReach

/** Some four hundred days of a large team's board; a larger file is chosen by mistake. */
const CAP = mebibytes(64)

/** Reads a file and hands its entries to the board; what became of them, in words. */
async function takeIn(file: File, importTickets: Screen['desk']['importTickets']): Promise<string> {
  if (file.size > CAP) return words.tooLarge(formatBytes(file.size), formatBytes(CAP))
  const text = await file.text().catch(() => null)
  if (text === null) return words.unreadable
  const read = readTicketFile(text)
  if (!read.ok) return words.noJson(formatNumber(read.error))
  if (read.value.length === 0) return words.empty
  const added = await importTickets(read.value)
  if (added === null) return store.notNow
  return added.ok
    ? words.added(formatNumber(added.value), formatNumber(read.value.length))
    : words.notAdded(added.error)
}

/** Takes all tickets along as a file, one entry of the log a line, and adds those of such a file. */
export function TicketFile() {
  const { desk, timeZone } = useScreen()
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
  const onSave = (): void =>
    void run(words.saving, async () => {
      const events = await desk.exportTickets()
      if (events === null) return store.notNow
      if (events.length === 0) return words.nothing
      const bytes = new TextEncoder().encode(events.map((event) => `${JSON.stringify(event)}\n`).join(''))
      const name = ticketFileName(title, now, timeZone)
      saveFile(bytes, name)
      return words.saved(name, formatNumber(events.length), formatBytes(bytes.length))
    })
  const onAdd = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = input.files ?? []
    if (file !== undefined) void run(words.adding, () => takeIn(file, desk.importTickets))
    // The same file may be chosen again.
    input.value = ''
  }
  return (
    <section className={styles.panel} aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p className={styles.quiet}>{words.meaning}</p>
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.action}
          data-busy={busy}
          aria-disabled={busy}
          onClick={onSave}
        >
          {words.save}
        </button>
        <label className={styles.action} data-busy={busy}>
          {words.add}
          <input
            type="file"
            accept=".jsonl,.json,.ndjson"
            className="unseen"
            aria-disabled={busy}
            onChange={onAdd}
          />
        </label>
      </div>
      <output>{told}</output>
    </section>
  )
}
