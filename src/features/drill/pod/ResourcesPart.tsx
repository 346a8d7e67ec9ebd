import { useState } from 'react'
import type { UnmatchedSignal } from '#src/domain/signals/unmatchedSignals.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { areMetricsAsked } from '#src/features/drill/explorer/explorerAddress.ts'
import { MetricsExplorer } from '#src/features/drill/explorer/MetricsExplorer.tsx'
import { ResourcesLayer } from '#src/features/drill/resources/ResourcesLayer.tsx'
import styles from './layerParts.module.css'
import type { PodDetail } from './usePodFound.ts'

type Props = {
  readonly service: string
  readonly pod: PodDetail
  readonly unmatched: readonly UnmatchedSignal[]
}

/** The signals as charts; behind a line all that the metrics page holds, which is read whole only while that is open. */
export function ResourcesPart({ service, pod, unmatched }: Props) {
  const [isOpen, setOpen] = useState(areMetricsAsked)
  return (
    <>
      {unmatched.map(({ signal, metric }) => (
        <p key={signal}>{englishLayers.unmatched(signal, metric, pod.name)}</p>
      ))}
      <ResourcesLayer service={service} pod={pod} />
      <details className={styles.more} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{englishLayers.screen.explorer}</summary>
        {isOpen && <MetricsExplorer service={service} pod={pod} />}
      </details>
    </>
  )
}
