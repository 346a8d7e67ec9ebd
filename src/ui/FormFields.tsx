import { type KeyboardEvent, type ReactNode, useId } from 'react'
import styles from './FormDialog.module.css'

/** One thing that a form asks for. Values are texts, by name. */
export type FormField =
  | {
      readonly kind: 'line' | 'text' | 'secret' | 'moment'
      readonly name: string
      readonly label: string
      readonly value?: string
      readonly needed?: boolean
      /** Offered while somebody types; anything else may be typed too. */
      readonly offers?: readonly string[]
      readonly hint?: string | undefined
    }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly label: string
      readonly value: string
      readonly options: readonly (readonly [value: string, label: string])[]
    }

/** In a group of choices the digits choose, too. */
function chooseByDigit(event: KeyboardEvent<HTMLInputElement>): void {
  const group = event.currentTarget.closest('fieldset')
  const radio = group?.querySelectorAll('input')[Number(event.key) - 1]
  if (radio === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  radio.click()
  radio.focus()
}

function Choice({ field }: { readonly field: Extract<FormField, { readonly kind: 'choice' }> }) {
  return (
    <fieldset className={styles.choice}>
      <legend>{field.label}</legend>
      {field.options.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={field.name}
            value={value}
            defaultChecked={value === field.value}
            onKeyDown={chooseByDigit}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

type Typed = Exclude<FormField, { readonly kind: 'choice' }>

const INPUT_TYPE = { line: 'text', secret: 'password', moment: 'datetime-local' } as const

function Control({ field, id }: { readonly field: Typed; readonly id: string }): ReactNode {
  const { kind, name, value = '', needed = false, offers = [], hint } = field
  const shared = {
    id,
    name,
    required: needed,
    defaultValue: value,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
  }
  if (kind === 'text') return <textarea rows={4} {...shared} />
  return (
    <>
      <input
        type={INPUT_TYPE[kind]}
        step={kind === 'moment' ? 1 : undefined}
        list={offers.length > 0 ? `${id}-offers` : undefined}
        autoComplete={kind === 'secret' ? 'current-password' : 'off'}
        {...shared}
      />
      {offers.length > 0 && (
        <datalist id={`${id}-offers`}>
          {offers.map((offer) => (
            <option key={offer}>{offer}</option>
          ))}
        </datalist>
      )}
    </>
  )
}

/** A field with its label over it. */
export function FormFieldView({ field }: { readonly field: FormField }) {
  const id = useId()
  if (field.kind === 'choice') return <Choice field={field} />
  return (
    <p className={styles.field}>
      <label htmlFor={id}>{field.label}</label>
      <Control field={field} id={id} />
      {field.hint !== undefined && <small id={`${id}-hint`}>{field.hint}</small>}
    </p>
  )
}
