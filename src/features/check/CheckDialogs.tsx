import { useEffect } from 'react'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import { uncoveredText } from '#src/domain/wording/checkWords.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import type { CheckView as Known } from '#src/state/useCheck.ts'
import { NameDialog } from '#src/ui/NameDialog.tsx'
import { SignInDialog } from '#src/ui/SignInDialog.tsx'
import { SignOffDialog } from './sign/SignOffDialog.tsx'
import type { CheckDeeds } from './useCheckDeeds.ts'
import { TicketDialog } from './walk/TicketDialog.tsx'
import { WatchDialog } from './walk/WatchDialog.tsx'

type Props = {
  readonly known: Known
  readonly check: MorningCheck
  readonly does: CheckDeeds
  readonly onSign: (note: string) => Promise<string | null>
}

type Next = { readonly next: () => void; readonly onClose: () => void }

/** Asks once who somebody is, and goes on with what they were about to do. */
function Who({ next, onClose }: Next) {
  const { preferences } = useScreen()
  const people = useBoard(({ desk }) => desk?.people) ?? []
  return (
    <NameDialog
      people={people}
      onName={(name) => {
        preferences.setState({ name })
        onClose()
        next()
      }}
      onClose={onClose}
    />
  )
}

/** Closes when the board says who is signed in, and goes on. */
function SignIn({ next, onClose }: Next) {
  const { desk } = useScreen()
  const fault = useBoard((state) => state.desk?.log.fault ?? null)
  const isSignedIn = useBoard((state) => state.desk !== null && state.desk.log.readOnly !== 'not-signed-in')
  useEffect(() => {
    if (!isSignedIn) return
    onClose()
    next()
  }, [isSignedIn, next, onClose])
  return <SignInDialog fault={fault} onSignIn={desk.signIn} onClose={onClose} />
}

/** The window that is open on the check, if any is. */
export function CheckDialogs({ known, check, does, onSign }: Props) {
  const { ticker, timeZone } = useScreen()
  const { asking, ask, deeds, close } = does
  const { walk, draft, uncovered, log } = known
  const reader = { now: check.now, timeZone }
  switch (asking?.kind) {
    case 'name':
      return <Who next={asking.next} onClose={close} />
    case 'sign-in':
      return <SignIn next={asking.next} onClose={close} />
    case 'watch':
      return (
        log !== null && (
          <WatchDialog
            step={asking.step}
            note={asking.note}
            mornings={log.calendar.mornings}
            onWatch={(until, note) => {
              ask(null)
              deeds.watchUntil(asking.step, until, note)
            }}
            onClose={close}
          />
        )
      )
    case 'ticket':
      return (
        <TicketDialog
          step={asking.step}
          note={asking.note}
          now={ticker.now()}
          onOpen={async (given) => {
            const wrong = await deeds.openTicket(asking.step, asking.note, given)
            if (wrong === null) ask(null)
            return wrong
          }}
          onClose={close}
        />
      )
    case 'sign-off':
      return (
        <SignOffDialog
          check={check}
          walk={walk}
          note={draft?.note ?? ''}
          uncovered={uncovered === null ? null : uncoveredText(uncovered, reader)}
          onSign={onSign}
          onClose={close}
        />
      )
    case undefined:
      return null
  }
}
