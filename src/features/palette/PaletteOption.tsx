import { memo, type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import type { PaletteEntry } from '#src/domain/palette/paletteEntry.ts'
import { CHORD_KEY } from '#src/domain/palette/places.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { englishPalette as words } from '#src/domain/wording/englishPalette.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { hrefOf } from './paletteDeeds.ts'
import { chordTo } from './paletteIndex.ts'
import styles from './palette.module.css'

/** The id of the entry at a place of the list. */
export const optionId = (at: number): string => `palette-${at}`

/** The light as it is now, however long the list stands; null for what has none. */
function useLight({ subject }: PaletteEntry): Light | null {
  return useWatch(({ rows }) => {
    if (subject === undefined) return null
    const row = rows.get(subject.service)
    if (row === undefined) return 'unknown'
    if (subject.pod === null) return row.light
    return row.pods.find(({ name }) => name === subject.pod)?.light ?? 'unknown'
  })
}

/** The key that does the same without the palette. */
function keyOf({ name, way }: PaletteEntry): string | null {
  if (name === words.action.filter) return words.filterKey
  const chord = way === null ? null : chordTo(way.path, way.params)
  return chord === null ? null : `${CHORD_KEY} ${chord}`
}

function Inside({ entry }: { readonly entry: PaletteEntry }) {
  const light = useLight(entry)
  const own = keyOf(entry)
  return (
    <>
      <span className={styles.light}>{light !== null && <StatusLight light={light} size={16} />}</span>
      <span className={styles.name}>{entry.name}</span>
      <span className={styles.about}>{entry.about}</span>
      <span className={styles.kind}>
        {own !== null && <kbd>{own}</kbd>} {words.kind[entry.kind]}
      </span>
    </>
  )
}

type Props = {
  readonly entry: PaletteEntry
  readonly at: number
  readonly isHere: boolean
  readonly onTake: (entry: PaletteEntry, inTab: boolean) => void
}

/** One thing that was found: a link, where it leads somewhere, so that it opens in a tab as links do. */
export const PaletteOption = memo(function PaletteOption({ entry, at, isHere, onTake }: Props): ReactNode {
  const option = useRef<HTMLAnchorElement & HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (isHere) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onTake(entry, false)
  }
  const common = {
    id: optionId(at),
    role: 'option',
    'aria-selected': isHere,
    className: styles.option,
    tabIndex: -1,
    ref: option,
    onClick,
  } as const
  return entry.way === null ? (
    <button type="button" {...common}>
      <Inside entry={entry} />
    </button>
  ) : (
    <a href={hrefOf(entry.way)} {...common}>
      <Inside entry={entry} />
    </a>
  )
})
