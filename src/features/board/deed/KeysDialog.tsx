import { useEffect, useState } from 'react'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useScreen } from '#src/state/screen.ts'
import { Dialog } from '#src/ui/Dialog.tsx'
import styles from './deed.module.css'
import { onKeys } from './deedKeys.ts'

const { board: words } = ticketTexts

/** The `?` button and key, and the list of keys behind it, where single-letter keys can be switched off. */
export function KeysDialog({ list }: { readonly list: readonly (readonly [string, string])[] }) {
  const [open, setOpen] = useState(false)
  const singleKeys = usePreference('singleKeys')
  const { preferences } = useScreen()
  useEffect(() => onKeys({ '?': () => setOpen(true) }, singleKeys), [singleKeys])
  return (
    <>
      <button
        type="button"
        className={styles.help}
        aria-label={words.keys}
        title={words.keys}
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      <Dialog
        open={open}
        title={words.keys}
        closeLabel={screenTexts.help.close}
        onClose={() => setOpen(false)}
      >
        <dl className={styles.keys}>
          {list.map(([key, meaning]) => (
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
          {words.single}
        </label>
      </Dialog>
    </>
  )
}
