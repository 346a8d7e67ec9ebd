import { useId } from 'react'
import { englishPreferences } from '#src/domain/wording/englishPreferences.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useScreen } from '#src/state/screen.ts'
import styles from './choice.module.css'

type Props = { readonly name: 'notices' | 'singleKeys'; readonly label: string; readonly hint?: string }

/** A preference that is on or off. */
export function Switch({ name, label, hint }: Props) {
  const { preferences } = useScreen()
  const id = useId()
  return (
    <fieldset className={styles.group}>
      <legend>{englishPreferences.names[name]}</legend>
      <div className={styles.choice}>
        <input
          type="checkbox"
          id={id}
          checked={usePreference(name)}
          aria-describedby={hint === undefined ? undefined : `${id}-said`}
          onChange={({ target }) => preferences.setState((before) => ({ ...before, [name]: target.checked }))}
        />
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && <small id={`${id}-said`}>{hint}</small>}
      </div>
    </fieldset>
  )
}
