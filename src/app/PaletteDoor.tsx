import { useEffect, useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import { againAndAgain, createPart } from '#src/state/part.ts'
import { closePalette, onPaletteKey, openPalette, paletteDoor } from '#src/state/palette.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { whenIdle } from '#src/state/whenIdle.ts'

const bring = againAndAgain(
  () => import('#src/features/palette/PaletteLayer.tsx'),
  (address) => import(/* @vite-ignore */ address),
  location.origin,
)

const layer = createPart(async () => (await bring()).PaletteLayer)

const KEYS = { '/': openPalette }

/** The palette's keys, and the palette itself as soon as the page has time: asked for by a key before, it comes at once. */
export function PaletteDoor() {
  const isOpen = useStore(paletteDoor, (door) => door.isOpen)
  const state = useStore(layer.store)
  usePageKeys(KEYS)
  useLayoutEffect(onPaletteKey, [])
  useEffect(() => (isOpen ? layer.load() : whenIdle(layer.preload)), [isOpen])
  const hasFailed = state.kind === 'failed'
  // The next key asks for it again.
  useEffect(() => {
    if (hasFailed) closePalette()
  }, [hasFailed])
  if (state.kind !== 'ready') return null
  const Layer = state.value
  return <Layer />
}
