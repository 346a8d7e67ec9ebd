import { useEffect, useState } from 'react'
import { englishWays } from '#src/domain/wording/englishWays.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useScreen } from '#src/state/screen.ts'
import { Dialog } from '#src/ui/Dialog.tsx'
import { onHelpKey } from './digestKeys.ts'
import styles from './strip.module.css'

/** The `?` button and key, and the list of keys behind it, where single-letter keys can be switched off. */
export function KeysButton() {
  const [open, setOpen] = useState(false)
  const singleKeys = usePreference('singleKeys')
  const { preferences } = useScreen()
  const { help, keys } = screenTexts
  useEffect(() => (singleKeys ? onHelpKey(() => setOpen(true)) : undefined), [singleKeys])
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
          {[...help.list, ...englishWays.keys].map(([key, meaning]) => (
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
        <a href={hashTo('/rules')}>{screenTexts.rules}</a>
      </Dialog>
    </>
  )
}
