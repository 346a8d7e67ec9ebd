import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { EpochMs } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { usePart } from '#src/state/part.ts'
import { useScreen } from '#src/state/screen.ts'
import { useOfNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import type { Past } from '#src/state/watchStore.ts'
import { whenIdle } from '#src/state/whenIdle.ts'
import { Dialog } from '#src/ui/Dialog.tsx'
import { PartBoundary, type PartFault } from '#src/ui/PartBoundary.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { countNotices } from './historyNotices.ts'
import styles from './history.module.css'
import { historyWindow, showHistory } from './historyWindow.ts'
import { historyPanel } from './lazyHistory.ts'

const { history: words, panel, help } = screenTexts

function Fault({ says, onRetry }: { readonly says: string; readonly onRetry: () => void }) {
  return (
    <p role="alert">
      {says}{' '}
      <button type="button" className={styles.link} onClick={onRetry}>
        {panel.again}
      </button>
    </p>
  )
}

const NotDrawn = ({ message, onRetry }: PartFault) => (
  <Fault says={panel.notDrawn(message)} onRetry={onRetry} />
)

function Panel() {
  const part = usePart(historyPanel)
  if (part.kind === 'failed') return <Fault says={panel.notLoaded} onRetry={historyPanel.load} />
  if (part.kind === 'waiting') return <p>{words.loading}</p>
  const HistoryPanel = part.value
  return (
    <PartBoundary fallback={NotDrawn}>
      <HistoryPanel />
    </PartBoundary>
  )
}

function says(past: Past, now: EpochMs, timeZone: string): string {
  const { from } = past.history
  const moment = from === null ? null : formatMoment(from, now, timeZone)
  const notices = countNotices(past)
  if (notices > 0) return words.notices(notices, moment)
  return moment === null ? words.none : words.since(moment)
}

/** Since when the past is remembered, and whether there is something to be read about it; behind it, all of that. */
export function HistoryButton() {
  const { timeZone } = useScreen()
  const past = useWatch((state) => state.past)
  const open = useStore(historyWindow, (state) => state.open)
  const label = useOfNow((now) => (past === null ? null : says(past, now, timeZone)))
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => whenIdle(historyPanel.preload), [])
  if (past === null) return null
  const onClose = (): void => {
    showHistory(false)
    // The banner that it was opened from may be gone by now: then the focus is left behind in the closed window.
    const focused = document.activeElement
    if (focused === document.body || (focused?.closest('dialog') ?? null) !== null) button.current?.focus()
  }
  return (
    <>
      <button ref={button} type="button" className={styles.button} onClick={() => showHistory(true)}>
        {countNotices(past) > 0 && <StatusLight light="unknown" size={12} silent />}
        {label}
      </button>
      <Dialog open={open} title={words.title} closeLabel={help.close} onClose={onClose} wide>
        {open && <Panel />}
      </Dialog>
    </>
  )
}
