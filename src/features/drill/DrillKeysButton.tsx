import { useEffect, useState } from 'react'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useScreen } from '#src/state/screen.ts'
import { Dialog } from '#src/ui/Dialog.tsx'
import styles from './drillHead.module.css'
import { onDrillKeys } from './drillKeys.ts'

type Props = { readonly list: readonly (readonly [string, string])[] }

/** The `?` button and key, and the list of keys behind it, where single-letter keys can be switched off. */
export function DrillKeysButton({ list }: Props) {
  const [open, setOpen] = useState(false)
  const singleKeys = usePreference('singleKeys')
  const { preferences } = useScreen()
  const { help, keys } = screenTexts
  useEffect(() => onDrillKeys({ '?': () => setOpen(true) }, singleKeys), [singleKeys])
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        aria-label={keys}
        title={keys}
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      <Dialog open={open} title={keys} closeLabel={help.close} onClose={() => setOpen(false)}>
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
          {help.single}
        </label>
      </Dialog>
    </>
  )
}
