import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { NameDialog } from '#src/ui/NameDialog.tsx'
import { SignInDialog } from '#src/ui/SignInDialog.tsx'
import { useDeeds } from './deeds.ts'

/** Asks once who somebody is, and goes on with what they were about to do. */
export function WhoDialog({ next }: { readonly next: () => void }) {
  const { ask } = useDeeds()
  const { preferences } = useScreen()
  const people = useBoard(({ desk }) => desk?.people) ?? []
  return (
    <NameDialog
      people={people}
      onName={(name) => {
        preferences.setState({ name })
        ask(null)
        next()
      }}
      onClose={() => ask(null)}
    />
  )
}

/** Signs in to the shared board. It closes when that says who is signed in: `DeedFrame` waits for it. */
export function BoardSignIn() {
  const { ask } = useDeeds()
  const { desk } = useScreen()
  const fault = useBoard((state) => state.desk?.log.fault ?? null)
  return <SignInDialog fault={fault} onSignIn={desk.signIn} onClose={() => ask(null)} />
}
