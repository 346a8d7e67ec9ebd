import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { FormDialog } from '#src/ui/FormDialog.tsx'
import { useDeeds } from './deeds.ts'

const { ask: words, refusal } = ticketTexts.deed

/** Asks once who somebody is, and goes on with what they were about to do. */
export function NameDialog({ next }: { readonly next: () => void }) {
  const { ask } = useDeeds()
  const { preferences } = useScreen()
  const people = useBoard(({ desk }) => desk?.people) ?? []
  return (
    <FormDialog
      title={words.nameTitle}
      hint={words.nameHint}
      fields={[{ kind: 'line', name: 'name', label: words.nameLabel, needed: true, offers: people }]}
      okLabel={words.nameOk}
      cancelLabel={words.cancel}
      onClose={() => ask(null)}
      onSend={(values) => {
        const name = values('name').trim()
        if (name === '') return Promise.resolve(refusal['needs-text'])
        preferences.setState({ name })
        ask(null)
        next()
        return Promise.resolve(null)
      }}
    />
  )
}

/**
 * Asks for user and password of the shared board. It closes when the board says who is signed in: `DeedFrame` waits for
 * that.
 */
export function SignInDialog() {
  const { ask } = useDeeds()
  const { desk } = useScreen()
  const fault = useBoard((state) => state.desk?.log.fault ?? null)
  const wrong = fault?.kind === 'wrong-password' ? ticketTexts.log.fault[fault.kind](fault.detail) : undefined
  return (
    <FormDialog
      title={words.signInTitle}
      hint={wrong ?? words.signInHint}
      fields={[
        { kind: 'line', name: 'user', label: words.user, needed: true },
        { kind: 'secret', name: 'password', label: words.password, needed: true },
      ]}
      okLabel={words.signInOk}
      cancelLabel={words.cancel}
      onClose={() => ask(null)}
      onSend={async (values) => {
        const credentials = { user: values('user').trim(), password: values('password') }
        return (await desk.signIn(credentials)) ? null : ticketTexts.deed.noAnswer
      }}
    />
  )
}
