import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { FormDialog } from './FormDialog.tsx'

const { ask: words, refusal } = ticketTexts.deed

type Props = {
  /** Whose names are offered. */
  readonly people: readonly string[]
  /** Told the name without space around it, never empty. */
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

/** Asks once who somebody is. */
export function NameDialog({ people, onName, onClose }: Props) {
  return (
    <FormDialog
      title={words.nameTitle}
      hint={words.nameHint}
      fields={[{ kind: 'line', name: 'name', label: words.nameLabel, needed: true, offers: people }]}
      okLabel={words.nameOk}
      cancelLabel={words.cancel}
      onClose={onClose}
      onSend={(values) => {
        const name = values('name').trim()
        if (name === '') return Promise.resolve(refusal['needs-text'])
        onName(name)
        return Promise.resolve(null)
      }}
    />
  )
}
