import { useState } from 'react'
import type { Layer, LayerName } from '#src/domain/layer/layer.ts'
import { firstFailing, isMoreUrgent } from '#src/domain/layer/firstFailing.ts'
import { setLayer, useAskedLayer, useAskedSignal } from '#src/features/drill/drillAddress.ts'

/** Which layer is open: one, or none. */
export type OpenLayer = {
  readonly open: LayerName | null
  /** The address asks for it: it is brought into view. */
  readonly isAsked: boolean
  readonly toggle: (name: LayerName) => void
}

/** Where all is well one comes for the charts. */
const OF_A_WELL_POD: LayerName = 'resources'

/** Not seen yet is a matter of seconds: until more is known the choice may move. */
const mayMove = (chosen: Layer | null, first: Layer | null): boolean =>
  chosen?.state === 'unseen' && first?.name !== chosen.name

/**
 * The layer that is open: the one that the address asks for, else the first that fails. What was chosen so stays open while
 * somebody reads it, also when it is well again, and gives way only to what is more urgent.
 */
export function useOpenLayer(layers: readonly Layer[]): OpenLayer {
  const asked = useAskedLayer()
  const signal = useAskedSignal()
  const first = firstFailing(layers)
  const [chosen, setChosen] = useState(first)
  const [isShut, setShut] = useState(false)
  if (isMoreUrgent(first, chosen?.state ?? null) || mayMove(chosen, first)) setChosen(first)
  const byItself = signal === null ? (chosen?.name ?? OF_A_WELL_POD) : OF_A_WELL_POD
  const open = asked ?? (isShut ? null : byItself)
  return {
    open,
    isAsked: asked !== null,
    toggle: (name) => {
      setShut(open === name)
      setLayer(open === name ? null : name)
    },
  }
}
