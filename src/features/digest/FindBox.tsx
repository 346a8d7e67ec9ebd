import type { KeyboardEvent } from 'react'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { Icon } from '#src/ui/Icon.tsx'
import styles from './strip.module.css'
import { FIND_BOX } from './elementIds.ts'
import { setFind, useFind } from './viewParams.ts'

function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Escape') return
  event.preventDefault()
  event.stopPropagation()
  if (event.currentTarget.value === '') event.currentTarget.blur()
  setFind('')
}

/** Narrows the digest to services whose name, pods or team match. Esc clears, Esc again leaves. */
export function FindBox() {
  const find = useFind()
  const { find: label, findKey } = screenTexts
  return (
    <label className={styles.find}>
      <Icon name="find" />
      <input
        id={FIND_BOX}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={find}
        onChange={(event) => setFind(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">{findKey}</kbd>
    </label>
  )
}
