import { type ChangeEvent, useRef, useState } from 'react'
import { printPreferencesFile } from '#src/domain/preferences/preferencesFile.ts'
import { englishPreferences } from '#src/domain/wording/englishPreferences.ts'
import { useScreen } from '#src/state/screen.ts'
import { saveFile } from '#src/ui/saveFile.ts'
import styles from './file.module.css'
import { FIRST_OFFER, type Offer, offerOf } from './offer.ts'
import { OfferView } from './OfferView.tsx'
import { Section } from './Section.tsx'
import trial from './trial.module.css'

const { file: words, sections, meant } = englishPreferences

const FILE_NAME = 'morning-check-preferences.json'

/** All preferences as a file, and back: what one would change is shown before it does. */
export function FilePart() {
  const { preferences } = useScreen()
  const [told, setTold] = useState('')
  const [offer, setOffer] = useState<Offer | null>(null)
  const output = useRef<HTMLOutputElement>(null)
  const save = (): void => {
    saveFile(new TextEncoder().encode(printPreferencesFile(preferences.getState())), FILE_NAME)
    setTold(words.saved(FILE_NAME))
  }
  const show = (shown: Offer): void => {
    setTold('')
    setOffer(shown)
  }
  const refuse = (why: string): void => {
    setOffer(null)
    setTold(why)
  }
  const open = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = input.files ?? []
    if (file !== undefined)
      void offerOf(file).then((read) => (read.ok ? show(read.value) : refuse(read.error)))
    // The same file may be chosen again.
    input.value = ''
  }
  const done = (what: string): void => {
    // The button that was pressed goes: the keyboard stays where the outcome is said.
    output.current?.focus()
    refuse(what)
  }
  return (
    <Section title={sections.keep} meant={meant.keep}>
      <div className={styles.files}>
        <button type="button" className={trial.button} onClick={save}>
          {words.save}
        </button>
        <label className={trial.button}>
          {words.open}
          <input type="file" accept=".json" className="unseen" onChange={open} />
        </label>
        <button type="button" className={trial.button} onClick={() => show(FIRST_OFFER)}>
          {words.first}
        </button>
      </div>
      {offer !== null && <OfferView key={offer.source} offer={offer} onDone={done} />}
      <output ref={output} tabIndex={-1} className={styles.told}>
        {told}
      </output>
    </Section>
  )
}
