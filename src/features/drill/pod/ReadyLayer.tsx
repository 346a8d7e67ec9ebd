import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { FixLines } from '#src/ui/FixList.tsx'
import { EndpointCard } from './EndpointCard.tsx'
import { endpointFacts } from './endpointFacts.ts'
import { RawBody } from '#src/features/drill/checks/RawBody.tsx'
import styles from './layerParts.module.css'
import { useAskedFrom } from './useAskedFrom.ts'
import type { FoundPodFacts } from './usePodFound.ts'

const words = englishLayers.ready

type Props = { readonly service: string; readonly found: FoundPodFacts }

/** Whether the pod takes requests, as it says itself; where nobody asks, how to have it asked. */
export function ReadyLayer({ service, found: { pod, record } }: Props) {
  const from = useAskedFrom()
  const facts = endpointFacts(service, pod, 'ready', record, from)
  if (facts === null) {
    return (
      <div className={styles.hint}>
        <p>{words.none}</p>
        <FixLines lines={[words.line]} of={words.none} />
      </div>
    )
  }
  return (
    <>
      <EndpointCard facts={facts} pod={pod} />
      <RawBody heard={facts.heard} telling={false} />
    </>
  )
}
