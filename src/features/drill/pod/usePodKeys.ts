import { useEffect } from 'react'
import { LAYERS } from '#src/domain/layer/layer.ts'
import { serviceHref } from '#src/features/drill/drillAddress.ts'
import { onPodKeys } from '#src/features/drill/podKeys.ts'
import { usePreference } from '#src/state/preferences.ts'
import { moveLayer, standOnLayer } from './layerElements.ts'
import type { OpenLayer } from './useOpenLayer.ts'

/** The neighbours of a pod, as addresses; null at an end. */
export type Neighbours = { readonly previous: string | null; readonly next: string | null }

function goTo(href: string | null): boolean {
  if (href === null) return false
  location.hash = href
  return true
}

/** The keys of a pod's screen: layers by number and by turns, the pods of the service, and the way back. */
export function usePodKeys(service: string, { open, toggle }: OpenLayer, { previous, next }: Neighbours): void {
  const singleKeys = usePreference('singleKeys')
  useEffect(() => {
    const numbers = LAYERS.map((layer, i) => {
      const act = (): void => {
        toggle(layer)
        standOnLayer(layer)
      }
      return [`${i + 1}`, act] as const
    })
    const keys = {
      ...Object.fromEntries(numbers),
      j: () => moveLayer(1, open),
      k: () => moveLayer(-1, open),
      '[': () => goTo(previous),
      ']': () => goTo(next),
      Escape: () => goTo(serviceHref(service)),
    }
    return onPodKeys(keys, singleKeys)
  }, [service, open, toggle, previous, next, singleKeys])
}
