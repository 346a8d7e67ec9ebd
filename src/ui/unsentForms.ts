import type { FormField } from './FormFields.tsx'

/** What was typed into the fields of a form, by name. */
export type Typed = Readonly<Record<string, string>>

/** More forms are not left half-way in one sitting; of these the oldest is let go of. */
const MOST = 20

const NOTHING: Typed = {}

const unsent = new Map<string, Typed>()

/** What was typed into a form of this title and not sent, as long as the page lives; nothing of a form that was sent. */
export const unsentOf = (title: string): Typed => unsent.get(title) ?? NOTHING

export function dropUnsent(title: string): void {
  unsent.delete(title)
}

/**
 * Keeps what somebody has typed so far: Esc, or a key that leads elsewhere, must not cost them their words. Only texts that
 * differ from what the form came with; never a password, nor a choice or a moment, which are made anew as quickly.
 */
export function keepUnsent(title: string, fields: readonly FormField[], data: FormData): void {
  const typed: Record<string, string> = {}
  for (const field of fields) {
    if (field.kind !== 'line' && field.kind !== 'text') continue
    const value = data.get(field.name)
    if (typeof value === 'string' && value !== (field.value ?? '')) typed[field.name] = value
  }
  unsent.delete(title)
  if (Object.keys(typed).length === 0) return
  unsent.set(title, typed)
  const [oldest] = unsent.keys()
  if (unsent.size > MOST && oldest !== undefined) unsent.delete(oldest)
}

/** A field as it is to come up: with what was typed into it and not sent. */
export function withTyped(field: FormField, typed: Typed): FormField {
  const value = typed[field.name]
  return value === undefined || field.kind === 'choice' ? field : { ...field, value }
}
