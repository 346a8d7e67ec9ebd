import type { ReactNode } from 'react'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { Dialog } from './Dialog.tsx'
import styles from './KeysDialog.module.css'

type Props = {
  readonly list: readonly (readonly [key: string, meaning: string])[]
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  readonly singleKeys: boolean
  readonly onSingleKeys: (wanted: boolean) => void
  /** What else helps, under the list. */
  readonly children?: ReactNode
}

/** The `?` of a screen, and the list of its keys behind it, where single-letter keys can be switched off. */
export function KeysDialog({ list, open, onToggle, singleKeys, onSingleKeys, children }: Props) {
  const { help, keys } = screenTexts
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={keys}
        title={keys}
        onClick={() => onToggle(true)}
      >
        ?
      </button>
      <Dialog open={open} title={keys} closeLabel={help.close} onClose={() => onToggle(false)}>
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
            onChange={(event) => onSingleKeys(event.target.checked)}
          />
          {help.single}
        </label>
        {children}
      </Dialog>
    </>
  )
}
