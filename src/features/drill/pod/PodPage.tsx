import { LAYERS } from '#src/domain/layer/layer.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { DrillHead } from '#src/features/drill/DrillHead.tsx'
import { useAt } from '#src/features/drill/drillAddress.ts'
import { TimeSlider } from '#src/features/drill/then/TimeSlider.tsx'
import { TombstoneView } from '#src/features/drill/then/TombstoneView.tsx'
import { FoundPod } from './FoundPod.tsx'
import { NamesOfPods } from './NamesOfPods.tsx'
import styles from './podPage.module.css'
import { ThenPart } from './ThenPart.tsx'
import { UnknownPod } from './UnknownPod.tsx'
import { usePodFound } from './usePodFound.ts'
import { useWayBack } from './usePodKeys.ts'

type Props = { readonly service: string; readonly pod: string }

/** The layers to come, in their height and columns, so that nothing jumps when they are there. */
function LayersToCome() {
  return (
    <div className={styles.toCome} aria-hidden="true">
      {LAYERS.map((layer) => (
        <div key={layer}>
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  )
}

function Gone({ service, pod, found }: Props & { readonly found: ReturnType<typeof usePodFound> }) {
  const at = useAt()
  if (found.kind !== 'gone') return null
  return (
    <>
      <DrillHead service={service} pod={pod}>
        <div className={styles.slider}>
          <TimeSlider service={service} />
        </div>
      </DrillHead>
      <main className={styles.page}>
        <TombstoneView tombstone={found.tombstone} />
        {at !== null && <ThenPart service={service} pod={pod} at={at} />}
        <NamesOfPods service={service} wanted={pod} pods={found.pods} />
      </main>
    </>
  )
}

/** A pod as far as it is known: its layers, or what is kept of it, or who may have been meant. */
export function PodPage({ service, pod }: Props) {
  const found = usePodFound(service, pod)
  useWayBack(service)
  switch (found.kind) {
    case 'loading':
      return (
        <>
          <DrillHead service={service} pod={pod} />
          <main className={styles.page} aria-busy="true">
            <p className="unseen">{englishLayers.screen.loading}</p>
            <LayersToCome />
          </main>
        </>
      )
    case 'unknown':
      return <UnknownPod service={service} pod={pod} pods={found.pods} />
    case 'gone':
      return <Gone service={service} pod={pod} found={found} />
    case 'found':
      return <FoundPod service={service} found={found} />
  }
}
