import type { LayerName } from '#src/domain/layer/layer.ts'
import type { LayerTold } from '#src/domain/wording/layerWords.ts'
import { ChecksLayer } from '#src/features/drill/checks/ChecksLayer.tsx'
import { LogsLayer } from '#src/features/drill/logs/LogsLayer.tsx'
import { DependenciesLayer } from './DependenciesLayer.tsx'
import { ProfileLayer } from './ProfileLayer.tsx'
import { ReachableLayer } from './ReachableLayer.tsx'
import { ReadyLayer } from './ReadyLayer.tsx'
import { ResourcesPart } from './ResourcesPart.tsx'
import type { FoundPodFacts } from './usePodFound.ts'
import { VersionLayer } from './VersionLayer.tsx'

type Props = {
  readonly service: string
  readonly layer: LayerName
  readonly found: FoundPodFacts
  readonly told: LayerTold
}

/** All that is known of one layer. */
export function LayerContent({ service, layer, found, told }: Props) {
  const { pod } = found
  switch (layer) {
    case 'reachable':
      return <ReachableLayer service={service} found={found} />
    case 'ready':
      return <ReadyLayer service={service} found={found} />
    case 'resources':
      return <ResourcesPart service={service} pod={pod} unmatched={found.record?.unmatched ?? []} />
    case 'checks':
      return <ChecksLayer service={service} pod={pod} />
    case 'dependencies':
      return <DependenciesLayer service={service} found={found} needs={told.needs} />
    case 'version':
      return <VersionLayer service={service} found={found} />
    case 'logs':
      return <LogsLayer service={service} pod={pod} />
    case 'profile':
      return <ProfileLayer service={service} found={found} runtime={told.runtime} />
  }
}
