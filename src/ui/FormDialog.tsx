import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Dialog } from './Dialog.tsx'
import styles from './FormDialog.module.css'
import { type FormField, FormFieldView } from './FormFields.tsx'
import { dropUnsent, keepUnsent, unsentOf, withTyped } from './unsentForms.ts'

/** What was filled in, by name of field; empty texts where nothing was. */
export type FormValues = (name: string) => string

const FIRST_FIELD = 'input:checked, input:not([type="radio"]), textarea'

type Props = {
  readonly title: string
  readonly fields: readonly FormField[]
  readonly hint?: string | undefined
  readonly okLabel: string
  readonly cancelLabel: string
  /** Answers with what is wrong, which keeps the form open, or null. */
  readonly onSend: (values: FormValues) => Promise<string | null>
  readonly onClose: () => void
}

/**
 * A modal form. It stays open, with what was filled in, until that was accepted; closed before that, it comes up again with what was
 * typed into it.
 */
export function FormDialog({ title, fields, hint, okLabel, cancelLabel, onSend, onClose }: Props) {
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [typed] = useState(() => unsentOf(title))
  const form = useRef<HTMLFormElement>(null)
  // After the window was opened, which puts the keyboard on its way out.
  useEffect(() => form.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus(), [])
  const send = async (form: HTMLFormElement): Promise<void> => {
    const data = new FormData(form)
    setBusy(true)
    const wrong = await onSend((name) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    })
    setBusy(false)
    setFault(wrong)
    if (wrong === null) dropUnsent(title)
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (!busy) void send(event.currentTarget)
  }
  return (
    <Dialog open title={title} closeLabel={cancelLabel} onClose={onClose}>
      <form
        ref={form}
        className={styles.form}
        onInput={({ currentTarget }) => keepUnsent(title, fields, new FormData(currentTarget))}
        onSubmit={onSubmit}
      >
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
        {fields.map((field) => (
          <FormFieldView key={field.name} field={withTyped(field, typed)} />
        ))}
        <p className={styles.fault} role="alert">
          {fault}
        </p>
        <button type="submit" className={styles.ok} aria-disabled={busy}>
          {okLabel}
        </button>
      </form>
    </Dialog>
  )
}
