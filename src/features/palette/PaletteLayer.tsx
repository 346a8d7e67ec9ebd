import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { CHORD_KEY, PLACES } from '#src/domain/palette/places.ts'
import { onChord } from '#src/state/chord.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { followScreens } from '#src/state/landing.ts'
import { onPageKeys } from '#src/state/pageKeys.ts'
import { paletteDoor } from '#src/state/palette.ts'
import { usePreference } from '#src/state/preferences.ts'
import { ChordHint } from './ChordHint.tsx'
import { PaletteDialog } from './PaletteDialog.tsx'
import { PlainKeys } from './PlainKeys.tsx'

/** The second keys of chords, and where they lead. */
const CHORDS = Object.fromEntries(
  PLACES.map(({ key, path }) => [
    key,
    () => {
      location.hash = hashTo(path)
    },
  ]),
)

/** Whether a chord waits for its second key. */
function useChords(): boolean {
  const [isWaiting, setWaiting] = useState(false)
  const singleKeys = usePreference('singleKeys')
  useEffect(
    () => (singleKeys ? onChord({ first: CHORD_KEY, seconds: CHORDS, onWaiting: setWaiting }) : undefined),
    [singleKeys],
  )
  return isWaiting
}

/** What lies over every screen: the palette, the chords, and the keys of screens that list none themselves. */
export function PaletteLayer() {
  const isOpen = useStore(paletteDoor, (door) => door.isOpen)
  const [query, setQuery] = useState('')
  const [areKeysOpen, setKeysOpen] = useState(false)
  const isWaiting = useChords()
  const singleKeys = usePreference('singleKeys')
  const keys = useMemo(() => ({ '?': () => setKeysOpen(true) }), [])
  useEffect(followScreens, [])
  useEffect(() => onPageKeys(keys, singleKeys, window), [keys, singleKeys])
  return (
    <>
      <ChordHint isShown={isWaiting} />
      {isOpen && <PaletteDialog query={query} onQuery={setQuery} onKeys={() => setKeysOpen(true)} />}
      {areKeysOpen && <PlainKeys onClose={() => setKeysOpen(false)} />}
    </>
  )
}
