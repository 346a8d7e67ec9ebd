import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { FormDialog } from './FormDialog.tsx'

const { log } = ticketTexts
const { ask: words, noAnswer } = ticketTexts.deed

type Props = {
  /** Why the board is not reached, where it is not. */
  readonly fault: { readonly kind: string; readonly detail?: string } | null
  /** Whether that was taken to be looked at. */
  readonly onSignIn: (credentials: { readonly user: string; readonly password: string }) => Promise<boolean>
  readonly onClose: () => void
}

/** Asks for user and password of the shared board. Whoever shows it closes it when the board says who is signed in. */
export function SignInDialog({ fault, onSignIn, onClose }: Props) {
  const wrong = fault?.kind === 'wrong-password' ? log.fault[fault.kind](fault.detail ?? '') : null
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
      onClose={onClose}
      onSend={async (values) =>
        (await onSignIn({ user: values('user').trim(), password: values('password') })) ? null : noAnswer
      }
    />
  )
}
