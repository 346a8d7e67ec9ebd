import { useEffect, useState } from 'react'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { onPodKeys } from '#src/features/drill/podKeys.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useScreen } from '#src/state/screen.ts'
import { Dialog } from '#src/ui/Dialog.tsx'
import styles from './podPage.module.css'

const words = englishLayers.keys

/** The `?` button and key, and the list of keys behind it, where single-letter keys can be switched off. */
export function PodKeysButton() {
  const [open, setOpen] = useState(false)
  const singleKeys = usePreference('singleKeys')
  const { preferences } = useScreen()
  useEffect(() => onPodKeys({ '?': () => setOpen(true) }, singleKeys), [singleKeys])
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        aria-label={words.title}
        title={words.title}
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      <Dialog open={open} title={words.title} closeLabel={words.close} onClose={() => setOpen(false)}>
        <dl className={styles.keys}>
          {words.list.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <label className={styles.single}>
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={(event) => preferences.setState({ singleKeys: event.target.checked })}
          />
          {screenTexts.help.single}
        </label>
      </Dialog>
    </>
  )
}
