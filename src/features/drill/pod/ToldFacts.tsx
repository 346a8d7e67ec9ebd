import type { EndpointPath, Kubernetes } from '#src/domain/fleet/fleet.ts'
import { SIGNALS } from '#src/domain/signals/signal.ts'
import type { ToldOfService } from '#src/domain/surroundings/surroundings.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { formatNumber } from '#src/domain/wording/formatNumber.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './layerParts.module.css'
import type { FoundPodFacts } from './usePodFound.ts'

const words = englishLayers.version

const ENDPOINTS = ['health', 'ready', 'metrics', 'version'] as const

type Told = readonly (readonly [name: string, value: string])[]

function pathText(path: EndpointPath): string {
  return path === null ? words.found : path === false ? words.off : path
}

function boundsText(bounds: ToldOfService['bounds'], { now, timeZone }: Reader): string {
  const said = SIGNALS.flatMap((signal) => {
    const bound = bounds[signal]
    return bound === undefined
      ? []
      : [`${texts.signal[signal]} ${formatSignal(signal, bound, now, timeZone)}`]
  })
  return said.length === 0 ? words.noBounds : said.join(', ')
}

function kubernetesText(kubernetes: Kubernetes | null): string {
  if (kubernetes === null) return words.noKubernetes
  const { namespace, workload } = kubernetes
  const where = namespace === null ? words.ownNamespace : words.inNamespace(namespace)
  return workload === null ? where : `${words.workload(workload.kind, workload.name)} ${where}`
}

const toldOf = ({ bounds, workers, credentials, endpoints }: ToldOfService, reader: Reader): Told => [
  ...ENDPOINTS.map(
    (endpoint) =>
      [words.path(englishLayers.endpoints.name[endpoint]), pathText(endpoints[endpoint])] as const,
  ),
  [words.bounds, boundsText(bounds, reader)],
  [words.workers, workers === null ? words.workersUntold : formatNumber(workers)],
  [words.credentials, words.cookies[credentials]],
]

/** What the fleet file says of the pod's service. Nothing where nobody can tell. */
export function ToldFacts({ found: { surroundings } }: { readonly found: FoundPodFacts }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  if (surroundings === null) return null
  const { told, kubernetes } = surroundings
  const facts: Told = [
    ...(told === undefined ? [] : toldOf(told, { now, timeZone })),
    [words.kubernetes, kubernetesText(kubernetes)],
  ]
  return (
    <section className={styles.part} aria-label={words.told}>
      <h3>{words.told}</h3>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
