import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { DrillHead } from '#src/features/drill/DrillHead.tsx'
import { podHref, useAt } from '#src/features/drill/drillAddress.ts'
import { TimeSlider } from '#src/features/drill/then/TimeSlider.tsx'
import { TombstoneView } from '#src/features/drill/then/TombstoneView.tsx'
import { useKeptTime } from '#src/features/drill/useKeptTime.ts'
import { WhyTray } from '#src/features/drill/why/WhyTray.tsx'
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

/** The pods before and behind this one, with the layer that is open and the time that is looked at. */
function neighboursOf(
  service: string,
  { detail, pod }: FoundPodFacts,
  params: Readonly<Record<string, string>>,
): Neighbours {
  const at = detail.pods.findIndex(({ name }) => name === pod.name)
  const hrefOf = (index: number): string | null => {
    const other = index < 0 ? undefined : detail.pods[index]
    return other === undefined ? null : podHref(service, other.name, params)
  }
  return { previous: hrefOf(at - 1), next: hrefOf(at + 1) }
}

/** A pod that the fleet names: how it stands and why, and its layers from the outside in. */
export function FoundPod({ service, found }: Props) {
  const { pod, detail, record } = found
  const at = useAt()
  const kept = useKeptTime()
  const view = usePodLayers(service, found)
  const openLayer = useOpenLayer(view.layers)
  const params = openLayer.open === null ? kept : { layer: openLayer.open, ...kept }
  const neighbours = neighboursOf(service, found, params)
  usePodKeys(openLayer, neighbours)
  const place = detail.pods.findIndex(({ name }) => name === pod.name) + 1
  const tombstone = record?.tombstone ?? null
  return (
    <>
      <DrillHead service={service} pod={pod.name} keys={englishLayers.keys}>
        <div className={styles.slider}>
          <TimeSlider service={service} />
        </div>
      </DrillHead>
      <main className={styles.page}>
        <PodSummary pod={pod} view={view} openLayer={openLayer}>
          <PodNeighbours {...neighbours} place={place} of={detail.pods.length} />
        </PodSummary>
        {at !== null && <ThenPart service={service} pod={pod.name} at={at} />}
        <LayerList service={service} found={found} view={view} openLayer={openLayer} />
        {tombstone !== null && <TombstoneView tombstone={tombstone} />}
        <WhyTray service={service} />
      </main>
    </>
  )
}
