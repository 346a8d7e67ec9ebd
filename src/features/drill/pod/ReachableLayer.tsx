import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { EndpointCard } from './EndpointCard.tsx'
import { endpointFacts } from './endpointFacts.ts'
import styles from './layerParts.module.css'
import { useAskedFrom } from './useAskedFrom.ts'
import type { FoundPodFacts } from './usePodFound.ts'

type Props = { readonly service: string; readonly found: FoundPodFacts }

/** Each endpoint of a pod: what was asked, what came of it, how long that took, and what would mend it. */
export function ReachableLayer({ service, found: { pod, record } }: Props) {
  const from = useAskedFrom()
  return (
    <>
      <div className={styles.cards}>
        {pod.endpoints.map(({ endpoint }) => {
          const facts = endpointFacts(service, pod, endpoint, record, from)
          return facts === null ? null : <EndpointCard key={endpoint} facts={facts} pod={pod} />
        })}
      </div>
      <p className={styles.foot}>
        <a href={hashTo('/reach')}>{englishLayers.endpoints.reach}</a>
      </p>
    </>
  )
}
