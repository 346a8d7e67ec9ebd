import { type ReactNode, useId } from 'react'
import { type ChoiceName, CHOICES, type Chosen } from '#src/domain/preferences/preferences.ts'
import { englishPreferences } from '#src/domain/wording/englishPreferences.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useScreen } from '#src/state/screen.ts'
import styles from './choice.module.css'

type Props<K extends ChoiceName> = {
  readonly name: K
  /** What is said of a choice before its own hint. */
  readonly fact?: (choice: Chosen<K>) => string
  readonly picture?: (choice: Chosen<K>) => ReactNode
}

/** One preference with all there is to choose; a choice holds at once. */
export function ChoiceGroup<K extends ChoiceName>({ name, fact, picture }: Props<K>) {
  const { preferences } = useScreen()
  const chosen = usePreference(name)
  const group = useId()
  const choose = (choice: Chosen<K>): void =>
    preferences.setState((before) => ({ ...before, [name]: choice }))
  return (
    <fieldset className={styles.group} data-pictures={picture === undefined ? undefined : true}>
      <legend>{englishPreferences.names[name]}</legend>
      {CHOICES[name].map((choice) => {
        const { title, hint = '' } = englishPreferences.options[name][choice]
        const said = `${fact?.(choice) ?? ''} ${hint}`.trim()
        const id = `${group}-${choice}`
        return (
          <div key={choice} className={styles.choice}>
            {picture?.(choice)}
            <input
              type="radio"
              id={id}
              name={group}
              value={choice}
              checked={choice === chosen}
              aria-describedby={said === '' ? undefined : `${id}-said`}
              onChange={() => choose(choice)}
            />
            <label htmlFor={id}>{title}</label>
            {said !== '' && <small id={`${id}-said`}>{said}</small>}
          </div>
        )
      })}
    </fieldset>
  )
}
