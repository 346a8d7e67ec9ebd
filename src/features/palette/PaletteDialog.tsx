import { useLayoutEffect, useRef } from 'react'
import type { PaletteEntry } from '#src/domain/palette/paletteEntry.ts'
import { englishPalette as words } from '#src/domain/wording/englishPalette.ts'
import { closePalette } from '#src/state/palette.ts'
import { useScreen } from '#src/state/screen.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { act, filterList, goTo, openTab, remember } from './paletteDeeds.ts'
import { canFilter } from './paletteIndex.ts'
import styles from './palette.module.css'
import { Hints } from './Hints.tsx'
import { optionId, PaletteOption } from './PaletteOption.tsx'
import { useFound } from './useFound.ts'
import { usePaletteKeys } from './usePaletteKeys.ts'

const LIST = 'palette-list'

type Props = {
  /** What was typed; it outlives the window, as Esc must not lose it. */
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onKeys: () => void
}

/** The window that finds everything: services, pods, tickets, signals, rules, screens, actions. */
export function PaletteDialog({ query, onQuery, onKeys }: Props) {
  const screen = useScreen()
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const { found, renew } = useFound(query)
  // Closed first: that gives the keyboard back to where it was, from where it is led on.
  const close = (): void => {
    dialog.current?.close()
    closePalette()
  }
  const filter = (): void => {
    close()
    filterList(query.trim())
    onQuery('')
  }
  const take = (entry: PaletteEntry, inTab: boolean): void => {
    if (entry.key === 'filter') return filter()
    remember(screen, entry)
    if (inTab && entry.way !== null) return openTab(entry.way)
    close()
    onQuery('')
    if (entry.way === null) act(screen, entry.key.slice('action:'.length), onKeys)
    else goTo(entry.way)
  }
  const { at, onKeyDown, reset } = usePaletteKeys({ found, take, filter: canFilter() ? filter : null })
  useLayoutEffect(() => {
    const it = dialog.current
    it?.showModal()
    input.current?.select()
    return () => it?.close()
  }, [])
  const here = found[at]
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={words.title}
      closedby="any"
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) closePalette()
      }}
    >
      <div className={styles.box}>
        <Icon name="find" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={words.label}
          aria-expanded
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={here === undefined ? undefined : optionId(at)}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            if (query.trim() === '') renew()
            onQuery(event.target.value)
            reset()
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no select holds links */}
      <div id={LIST} className={styles.list} role="listbox" aria-label={words.list}>
        {found.map((entry, i) => (
          <PaletteOption key={entry.key} entry={entry} at={i} isHere={i === at} onTake={take} />
        ))}
      </div>
      <Hints query={query.trim()} count={found.filter(({ key }) => key !== 'filter').length} />
    </dialog>
  )
}
