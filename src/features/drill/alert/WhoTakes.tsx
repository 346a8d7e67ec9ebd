import { useEffect } from 'react'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { FormDialog } from '#src/ui/FormDialog.tsx'
import type { Take } from './useTake.ts'

const { ask: words, refusal, noAnswer } = ticketTexts.deed

function NameDialog({ take }: { readonly take: Take }) {
  const people = useBoard(({ desk }) => desk?.people) ?? []
  return (
    <FormDialog
      title={words.nameTitle}
      hint={words.nameHint}
      fields={[{ kind: 'line', name: 'name', label: words.nameLabel, needed: true, offers: people }]}
      okLabel={words.nameOk}
      cancelLabel={words.cancel}
      onClose={take.cancel}
      onSend={(values) => {
        const name = values('name').trim()
        if (name === '') return Promise.resolve(refusal['needs-text'])
        take.named(name)
        return Promise.resolve(null)
      }}
    />
  )
}

/** It closes when the board says who is signed in, and goes on with what was asked for. */
function SignInDialog({ take }: { readonly take: Take }) {
  const { desk } = useScreen()
  const fault = useBoard((state) => state.desk?.log.fault ?? null)
  const isSignedIn = useBoard((state) => state.desk?.log.readOnly !== 'not-signed-in')
  const { begin } = take
  useEffect(() => {
    if (isSignedIn) begin()
  }, [isSignedIn, begin])
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
      onClose={take.cancel}
      onSend={async (values) => {
        const credentials = { user: values('user').trim(), password: values('password') }
        return (await desk.signIn(credentials)) ? null : noAnswer
      }}
    />
  )
}

/** Asks who takes a ticket, where that has to be known first. */
export function WhoTakes({ take }: { readonly take: Take }) {
  if (take.step.kind === 'name') return <NameDialog take={take} />
  return take.step.kind === 'sign-in' ? <SignInDialog take={take} /> : null
}
