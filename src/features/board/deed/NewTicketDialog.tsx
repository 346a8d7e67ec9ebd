import { useState } from 'react'
import { printWallTime } from '#src/domain/time/wallTime.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { FormDialog, type FormValues } from '#src/ui/FormDialog.tsx'
import type { FormField } from '#src/ui/FormFields.tsx'
import { momentIn, priorityField, priorityIn } from './deedForm.ts'
import { useDeeds } from './deeds.ts'

const { ask: words } = ticketTexts.deed

/** Opens a ticket by hand. */
export function NewTicketDialog() {
  const { open, ask } = useDeeds()
  const { board, watch, ticker, timeZone } = useScreen()
  const [began] = useState(() => ticker.now() + (board.getState().desk?.offset ?? 0))
  const services = [...watch.getState().rows.keys()]
  const projects = board.getState().desk?.projects ?? []
  const fields: readonly FormField[] = [
    { kind: 'line', name: 'title', label: words.titleLabel, needed: true },
    priorityField(3),
    { kind: 'line', name: 'service', label: words.service, offers: services },
    { kind: 'line', name: 'project', label: words.project, offers: projects },
    {
      kind: 'moment',
      name: 'began',
      label: words.began,
      value: printWallTime(began, timeZone),
      needed: true,
      hint: words.timesIn(timeZone),
    },
    { kind: 'text', name: 'description', label: words.description },
  ]
  const onSend = async (values: FormValues): Promise<string | null> => {
    const named = (name: string): string | null => values(name).trim() || null
    const wrong = await open({
      title: values('title').trim(),
      description: values('description').trim(),
      service: named('service'),
      project: named('project'),
      priority: priorityIn(values),
      source: 'hand',
      dedupKey: null,
      openedAt: momentIn(values('began'), began, timeZone) ?? began,
      links: [],
    })
    if (wrong === null) ask(null)
    return wrong
  }
  return (
    <FormDialog
      title={words.newTitle}
      fields={fields}
      okLabel={words.newOk}
      cancelLabel={words.cancel}
      onSend={onSend}
      onClose={() => ask(null)}
    />
  )
}
