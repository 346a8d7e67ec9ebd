import type { ReactNode } from 'react'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { Dialog } from './Dialog.tsx'
import { KeyList } from './KeyList.tsx'
import styles from './KeysDialog.module.css'

type List = readonly (readonly [key: string, meaning: string])[]

type Props = {
  readonly list: List
  /** The keys of all screens, under a heading; null while they are not known. */
  readonly everywhere: { readonly heading: string; readonly list: List } | null
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  readonly singleKeys: boolean
  readonly onSingleKeys: (wanted: boolean) => void
  /** What else helps, under the list. */
  readonly children?: ReactNode
}

/** The `?` of a screen, and the list of its keys behind it, where single-letter keys can be switched off. */
export function KeysDialog({ list, everywhere, open, onToggle, singleKeys, onSingleKeys, children }: Props) {
  const { help, keys } = screenTexts
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={keys}
        title={keys}
        data-keys=""
        onClick={() => onToggle(true)}
      >
        ?
      </button>
      <Dialog open={open} title={keys} closeLabel={help.close} onClose={() => onToggle(false)}>
        <KeyList list={list} />
        {everywhere !== null && <KeyList {...everywhere} />}
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
