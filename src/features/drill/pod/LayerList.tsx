import { useEffect, useRef } from 'react'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { LayerItem } from './LayerItem.tsx'
import styles from './layers.module.css'
import type { OpenLayer } from './useOpenLayer.ts'
import type { FoundPodFacts } from './usePodFound.ts'
import type { PodLayers } from './usePodLayers.ts'

type Props = {
  readonly service: string
  readonly found: FoundPodFacts
  readonly view: PodLayers
  readonly openLayer: OpenLayer
}

/** The layers of a pod, one line each; one of them is open. */
export function LayerList({ service, found, view, openLayer: { open, isAsked, toggle } }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const arrivedAt = useRef(isAsked ? open : null)
  useEffect(() => {
    const layer = arrivedAt.current
    if (layer !== null)
      list.current?.querySelector(`[data-layer="${layer}"]`)?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <ol ref={list} className={styles.layers} aria-label={englishLayers.screen.layers}>
      {view.layers.map((layer, i) => (
        <LayerItem
          key={layer.name}
          service={service}
          found={found}
          told={view.told}
          layer={layer}
          number={i + 1}
          open={layer.name === open}
          onToggle={toggle}
        />
      ))}
    </ol>
  )
}
