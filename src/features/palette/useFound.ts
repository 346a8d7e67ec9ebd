import { useCallback, useEffect, useMemo, useState } from 'react'
import { findEntries } from '#src/domain/palette/findEntries.ts'
import type { PaletteEntry } from '#src/domain/palette/paletteEntry.ts'
import { englishPalette as words } from '#src/domain/wording/englishPalette.ts'
import { useScreen } from '#src/state/screen.ts'
import { recentNow } from './paletteDeeds.ts'
import { canFilter, indexNow } from './paletteIndex.ts'

/** The way to filter the present list, as an entry like others. */
const filterEntry = (query: string): PaletteEntry => ({
  key: 'filter',
  kind: 'action',
  name: query === '' ? words.action.filter : words.action.filterBy(query),
  about: '',
  light: null,
  way: null,
})

/** What there was to find when somebody last began to type, and as soon as anything is known at all. */
function useIndex() {
  const screen = useScreen()
  const [index, setIndex] = useState(() => indexNow(screen))
  const renew = useCallback(() => setIndex(indexNow(screen)), [screen])
  useEffect(() => {
    const stops = [
      screen.watch.subscribe((state, before) => {
        if (before.rows.size === 0 && state.rows.size > 0) renew()
      }),
      screen.board.subscribe((state, before) => {
        if (before.desk === null && state.desk !== null) renew()
      }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [screen, renew])
  return { index, renew }
}

/** What was found for a text: anew with each letter and not in between, so that nothing moves away under a finger on Enter. */
export function useFound(query: string) {
  const screen = useScreen()
  const { index, renew } = useIndex()
  const found = useMemo((): readonly PaletteEntry[] => {
    const entries = findEntries(index, query, recentNow(screen))
    const typed = query.trim()
    if (!canFilter()) return entries
    return typed === '' ? [filterEntry(''), ...entries] : [...entries, filterEntry(typed)]
  }, [index, query, screen])
  return { found, renew }
}
