import { type ChangeEvent, useState } from 'react'
import { err, ok, type Result } from '#src/domain/result.ts'
import { mebibytes, minutes } from '#src/domain/time/units.ts'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import { formatBytes } from '#src/domain/wording/formatBytes.ts'
import { formatNumber } from '#src/domain/wording/formatNumber.ts'
import { ticketFileName } from '#src/domain/wording/historyFileName.ts'
import { checkActions } from '#src/state/checkActions.ts'
import { type Screen, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { saveFile } from '#src/ui/saveFile.ts'
import { ChosenTickets, type TicketsOfFile } from './ChosenTickets.tsx'
import styles from './panel.module.css'
import { readTicketFile } from './readTicketFile.ts'

const { file: words, store } = englishReach

/** Some four hundred days of a large team's board; a larger file is chosen by mistake. */
const CAP = mebibytes(64)

/** Reads a file and asks what it would add: what is in the log stays there, so nothing is added unseen. Or why not, in words. */
async function choose(file: File, ask: Screen['ask']): Promise<Result<TicketsOfFile, string>> {
  if (file.size > CAP) return err(words.tooLarge(formatBytes(file.size), formatBytes(CAP)))
  const text = await file.text().catch(() => null)
  if (text === null) return err(words.unreadable)
  const read = readTicketFile(text)
  if (!read.ok) return err(words.noJson(formatNumber(read.error)))
  const events = read.value
  if (events.length === 0) return err(words.empty)
  const preview = await checkActions(ask).previewImport(events)
  if (preview === null) return err(store.notNow)
  return preview.ok ? ok({ events, preview: preview.value }) : err(words.notAdded(preview.error))
}

/** Hands entries to the board; what became of them, in words. */
async function takeIn(
  events: readonly unknown[],
  importTickets: Screen['desk']['importTickets'],
): Promise<string> {
  const added = await importTickets(events)
  if (added === null) return store.notNow
  return added.ok
    ? words.added(formatNumber(added.value), formatNumber(events.length))
    : words.notAdded(added.error)
}

/** Takes all tickets along as a file, one entry of the log a line, and adds those of such a file once it was seen what that means. */
export function TicketFile() {
  const { ask, desk, timeZone } = useScreen()
  const title = useWatch((state) => state.strip?.title ?? '')
  const now = useNow(minutes(1))
  const [told, setTold] = useState('')
  const [chosen, setChosen] = useState<TicketsOfFile | null>(null)
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
    if (file !== undefined)
      void run(words.adding, async () => {
        setChosen(null)
        const read = await choose(file, ask)
        if (!read.ok) return read.error
        setChosen(read.value)
        return ''
      })
    // The same file may be chosen again.
    input.value = ''
  }
  const onTake = ({ events }: TicketsOfFile): void =>
    void run(words.adding, async () => {
      const said = await takeIn(events, desk.importTickets)
      setChosen(null)
      return said
    })
  const onLeave = (): void => {
    setChosen(null)
    setTold(words.left)
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
      {chosen !== null && <ChosenTickets chosen={chosen} onTake={onTake} onLeave={onLeave} />}
    </section>
  )
}
