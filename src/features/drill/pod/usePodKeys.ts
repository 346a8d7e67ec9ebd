import type { LayerName } from '#src/domain/layer/layer.ts'
import { serviceHref } from '#src/features/drill/drillAddress.ts'
import { podKeys } from '#src/features/drill/podKeys.ts'
import { useKeptTime } from '#src/features/drill/useKeptTime.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { moveLayer, standOnLayer } from './layerElements.ts'
import type { OpenLayer } from './useOpenLayer.ts'

/** The neighbours of a pod, as addresses; null at an end. */
export type Neighbours = { readonly previous: string | null; readonly next: string | null }

function goTo(href: string | null): boolean {
  if (href === null) return false
  location.hash = href
  return true
}

/** Esc leads from a pod to its service, also while nothing is known of it yet. */
export function useWayBack(service: string): void {
  const kept = useKeptTime()
  usePageKeys({ Escape: () => goTo(serviceHref(service, kept)) })
}

/** Lets the screen of a pod answer the keyboard while it is drawn. */
export function usePodKeys({ open, toggle }: OpenLayer, { previous, next }: Neighbours): void {
  const keys = podKeys({
    toggle: (layer: LayerName) => {
      toggle(layer)
      standOnLayer(layer)
    },
    move: (step) => moveLayer(step, open),
    previous: () => goTo(previous),
    next: () => goTo(next),
  })
  usePageKeys(keys)
}
