import { DrillHead } from '#src/features/drill/DrillHead.tsx'
import { podHref, useAt } from '#src/features/drill/drillAddress.ts'
import { TimeSlider } from '#src/features/drill/then/TimeSlider.tsx'
import { TombstoneView } from '#src/features/drill/then/TombstoneView.tsx'
import { presentRoute } from '#src/state/hashRoute.ts'
import { LayerList } from './LayerList.tsx'
import { PodNeighbours } from './PodNeighbours.tsx'
import styles from './podPage.module.css'
import { PodSummary } from './PodSummary.tsx'
import { ThenPart } from './ThenPart.tsx'
import { useOpenLayer } from './useOpenLayer.ts'
import type { FoundPodFacts } from './usePodFound.ts'
import { type Neighbours, usePodKeys } from './usePodKeys.ts'
import { usePodLayers } from './usePodLayers.ts'

type Props = { readonly service: string; readonly found: FoundPodFacts }

/** The pods before and behind this one, at the same layer, range and moment. */
function neighboursOf(service: string, { detail, pod }: FoundPodFacts): Neighbours {
  const at = detail.pods.findIndex(({ name }) => name === pod.name)
  const hrefOf = (index: number): string | null => {
    const other = detail.pods[index]
    return other === undefined
      ? null
      : podHref(service, other.name, Object.fromEntries(presentRoute().params))
  }
  return { previous: at === 0 ? null : hrefOf(at - 1), next: hrefOf(at + 1) }
}

/** A pod that the fleet names: how it stands and why, and its layers from the outside in. */
export function FoundPod({ service, found }: Props) {
  const { pod, detail, record } = found
  const at = useAt()
  const view = usePodLayers(service, found)
  const openLayer = useOpenLayer(view.layers)
  const neighbours = neighboursOf(service, found)
  usePodKeys(service, openLayer, neighbours)
  const tombstone = record?.tombstone ?? null
  return (
    <>
      <DrillHead service={service} pod={pod.name}>
        <PodNeighbours
          {...neighbours}
          place={detail.pods.findIndex(({ name }) => name === pod.name) + 1}
          of={detail.pods.length}
        />
      </DrillHead>
      <main className={styles.page}>
        <PodSummary pod={pod} view={view} openLayer={openLayer} />
        <TimeSlider service={service} />
        {at !== null && <ThenPart service={service} at={at} />}
        <LayerList service={service} found={found} view={view} openLayer={openLayer} />
        {tombstone !== null && <TombstoneView tombstone={tombstone} />}
      </main>
    </>
  )
}
