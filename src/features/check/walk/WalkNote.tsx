import { type KeyboardEvent, useState } from 'react'
import { MOST_MARK_NOTE } from '#src/domain/check/signOffSchema.ts'
import type { WalkStep } from '#src/domain/check/walkOf.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { focusItem } from '#src/features/check/changes/itemPlaces.ts'
import { WALK_NOTE } from '#src/features/check/elementIds.ts'
import type { WalkDeeds } from './walkDeeds.ts'
import styles from './walk.module.css'

const { walk: words } = englishCheckScreen

type Props = { readonly step: WalkStep; readonly deeds: WalkDeeds }

/**
 * What somebody found or did, kept with every stroke. Esc goes back to the row of the matter; Ctrl+Enter marks it seen. A
 * note on what is decided already goes into its mark when it is left.
 */
export function WalkNote({ step, deeds }: Props) {
  const { item } = step
  const [note, setNote] = useState(() => deeds.noteOf(step))
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (event.key !== 'Escape' && !isSend) return
    event.preventDefault()
    event.stopPropagation()
    focusItem(item.key)
    if (isSend) deeds.seen()
  }
  return (
    <p className={styles.note}>
      <label htmlFor={WALK_NOTE}>{words.note}</label>
      <textarea
        id={WALK_NOTE}
        rows={1}
        maxLength={MOST_MARK_NOTE}
        aria-keyshortcuts="e"
        placeholder={words.notePlaceholder}
        value={note}
        onChange={(event) => {
          setNote(event.target.value)
          deeds.keepNote(item.key, event.target.value)
        }}
        onBlur={() => deeds.amend(step, note)}
        onKeyDown={onKeyDown}
      />
    </p>
  )
}
