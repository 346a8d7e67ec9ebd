import { useMemo } from 'react'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { FormDialog } from '#src/ui/FormDialog.tsx'
import type { DeedForm } from './asking.ts'
import { DEED_FORMS, type FormSpec } from './deedForm.ts'
import { useDeeds } from './deeds.ts'

const { deed: words } = ticketTexts

/** The form as it was when it was opened: what comes in meanwhile changes nothing under somebody's hands. */
function useForm(form: DeedForm, row: TicketRow): FormSpec {
  const { board, ticker, timeZone } = useScreen()
  return useMemo(() => {
    const { desk, rows } = board.getState()
    const others = [...rows.values()].filter(
      ({ id, state }) => id !== row.id && state !== 'merged' && state !== 'resolved',
    )
    return DEED_FORMS[form](row, {
      now: ticker.now() + (desk?.offset ?? 0),
      timeZone,
      people: desk?.people ?? [],
      projects: desk?.projects ?? [],
      others,
    })
  }, [board, ticker, timeZone, form, row])
}

type Props = { readonly form: DeedForm; readonly row: TicketRow }

/** Asks for what a deed needs, and does it. */
export function DeedDialog({ form, row }: Props) {
  const { send, ask } = useDeeds()
  const { fields, hint, command } = useForm(form, row)
  // The newest title: somebody may have changed it meanwhile.
  const title = useBoard(({ rows }) => rows.get(row.id)?.title ?? row.title)
  const close = (): void => ask(null)
  return (
    <FormDialog
      title={words.ask.of(words.name[form], row.code)}
      hint={hint ?? title}
      fields={fields}
      okLabel={words.name[form]}
      cancelLabel={words.ask.cancel}
      onClose={close}
      onSend={async (values) => {
        const given = command(values)
        const wrong = typeof given === 'string' ? given : await send(row, given)
        if (wrong === null) close()
        return wrong
      }}
    />
  )
}
