import { useEffect } from 'react'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { NameDialog } from '#src/ui/NameDialog.tsx'
import { SignInDialog } from '#src/ui/SignInDialog.tsx'
import type { Take } from './useTake.ts'

type Props = { readonly take: Take }

/** It closes when the board says who is signed in, and goes on with what was asked for. */
function SignIn({ take: { begin, cancel } }: Props) {
  const { desk } = useScreen()
  const fault = useBoard((state) => state.desk?.log.fault ?? null)
  const isSignedIn = useBoard((state) => state.desk?.log.readOnly !== 'not-signed-in')
  useEffect(() => {
    if (isSignedIn) begin()
  }, [isSignedIn, begin])
  return <SignInDialog fault={fault} onSignIn={desk.signIn} onClose={cancel} />
}

/** Asks who takes a ticket, where that has to be known first. */
export function WhoTakes({ take }: Props) {
  const people = useBoard(({ desk }) => desk?.people) ?? []
  if (take.step.kind === 'name')
    return <NameDialog people={people} onName={take.named} onClose={take.cancel} />
  return take.step.kind === 'sign-in' ? <SignIn take={take} /> : null
}
