import { useState } from 'react'
import type { WatchUntil } from '#src/domain/check/signOff.ts'
import type { WalkStep } from '#src/domain/check/walkOf.ts'
import type { Mornings } from '#src/domain/time/nextMorning.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { useScreen } from '#src/state/screen.ts'
import { FormDialog } from '#src/ui/FormDialog.tsx'
import { chosenUntil, OTHER, watchChoices } from './watchChoices.ts'

const { watchDialog: words } = englishCheckScreen

type Props = {
  readonly step: WalkStep
  readonly note: string
  readonly mornings: Mornings
  readonly onWatch: (until: WatchUntil, note: string) => void
  readonly onClose: () => void
}

/** Asks until when a matter is watched: a moment, or that a signal drifts no more. */
export function WatchDialog({ step: { item }, note, mornings, onWatch, onClose }: Props) {
  const { ticker, timeZone } = useScreen()
  const reader = (): Reader => ({ now: ticker.now(), timeZone })
  const [options] = useState(() => watchChoices(item, mornings, reader()))
  return (
    <FormDialog
      title={words.title(item.title)}
      fields={[
        { kind: 'choice', name: 'until', label: words.until, value: options[0]?.[0] ?? OTHER, options },
        { kind: 'moment', name: 'moment', label: words.moment, hint: words.zone(timeZone) },
        { kind: 'line', name: 'note', label: words.note, value: note },
      ]}
      okLabel={words.ok}
      cancelLabel={words.cancel}
      onClose={onClose}
      onSend={(values) => {
        // Whoever gives a moment of their own means it, whatever is still chosen above it.
        const moment = values('moment')
        const until = chosenUntil(moment === '' ? values('until') : OTHER, moment, reader())
        if (!until.ok) return Promise.resolve(until.error)
        onWatch(until.value, values('note').trim())
        return Promise.resolve(null)
      }}
    />
  )
}
