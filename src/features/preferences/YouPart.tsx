import { useId, useState } from 'react'
import { isName, LONGEST_NAME } from '#src/domain/preferences/preferencesFile.ts'
import { englishPreferences as words } from '#src/domain/wording/englishPreferences.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useScreen } from '#src/state/screen.ts'
import styles from './choice.module.css'
import { Section } from './Section.tsx'
import { Switch } from './Switch.tsx'

/** Kept while it is typed: whoever leaves the page has nothing to confirm. */
function NameField() {
  const { preferences } = useScreen()
  const name = usePreference('name')
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()
  const isRefused = typed !== null && !isName(typed.trim())
  const type = (text: string): void => {
    setTyped(text)
    if (isName(text.trim())) preferences.setState({ name: text.trim() })
  }
  return (
    <p className={styles.field}>
      <label htmlFor={id}>{words.names.name}</label>
      <input
        id={id}
        type="text"
        autoComplete="name"
        spellCheck={false}
        value={typed ?? name}
        aria-invalid={isRefused}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => type(target.value)}
        onBlur={() => setTyped(null)}
      />
      <small id={`${id}-said`} role={isRefused ? 'alert' : undefined}>
        {isRefused ? words.nameRefused : words.nameHint(LONGEST_NAME)}
      </small>
    </p>
  )
}

/** Who somebody is on this browser, and which keys they want. */
export function YouPart() {
  return (
    <Section title={words.sections.you} meant={words.meant.you}>
      <NameField />
      <Switch name="singleKeys" label={words.singleKeys} hint={words.singleKeysHint} />
    </Section>
  )
}
