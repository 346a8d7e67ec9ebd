import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { englishWhys as words } from '#src/domain/wording/englishWhys.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useWhys } from '#src/state/useWhys.ts'
import { clearWhys, sayOf } from '#src/state/whyStore.ts'
import { whoActs } from '#src/state/whoActs.ts'
import { SignerField, useSigner } from './SignerField.tsx'
import { useFocusBack } from './useFocusBack.ts'
import styles from './whyTray.module.css'

type Props = {
  readonly service: string
  /** What the button says that sends it. */
  readonly label: string
  /** Does it in the name of somebody; answers with what is to be said. */
  readonly onSend: (form: FormData, by: string) => Promise<string>
  /** What it asks for besides a name. */
  readonly children?: ReactNode
}

/** Sends the five whys somewhere in somebody's name, or throws them away. */
export function TrayForm({ service, label, onSend, children }: Props) {
  const whys = useWhys()
  const signer = useSigner()
  const own = usePreference('name')
  const ask = useBoard(({ desk }) => whoActs(desk, own).ask)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useFocusBack(form)
  const send = async (data: FormData): Promise<void> => {
    setBusy(true)
    // The field of the name is gone once that is known: it may have the keyboard.
    form.current?.querySelector<HTMLElement>('[type=submit]')?.focus()
    sayOf(whys, service, await onSend(data, signer(data)))
    setBusy(false)
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (!busy && ask !== 'sign-in') void send(new FormData(event.currentTarget))
  }
  return (
    <form ref={form} className={styles.form} onSubmit={onSubmit}>
      {children}
      <SignerField ask={ask} />
      <p className={styles.buttons}>
        <button type="submit" aria-disabled={busy || ask === 'sign-in'}>
          {label}
        </button>
        <button
          type="button"
          onClick={() => {
            clearWhys(whys, service)
            sayOf(whys, service, words.cleared)
          }}
        >
          {words.clear}
        </button>
      </p>
    </form>
  )
}
