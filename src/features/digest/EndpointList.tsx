import { failureSentence } from '#src/domain/wording/failureWords.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { Detail } from '#src/state/screen.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { ExternalLink } from '#src/ui/ExternalLink.tsx'
import styles from './panel.module.css'
import { podAddress } from '#src/ui/podAddress.ts'
import { RowAge } from './RowAge.tsx'

type Pod = Detail['pods'][number]
type Endpoint = Pod['endpoints'][number]

const words = screenTexts.panel

/** Of a pod whose health is not known or hangs nothing else is asked. */
const waitsForHealth = ({ endpoint }: Endpoint, { endpoints }: Pod): boolean =>
  endpoint !== 'health' &&
  endpoints.some(
    (other) => other.endpoint === 'health' && (other.at === null || other.failure?.kind === 'timeout'),
  )

/** An endpoint that a service simply does not have is no fault: which paths were asked is there to be looked up. */
function NoneFound({ tried }: { readonly tried: readonly string[] }) {
  return (
    <details className={styles.tried}>
      <summary>{words.noneFound}</summary>
      {tried.map((path) => (
        <code key={path}>{path}</code>
      ))}
    </details>
  )
}

function Outcome({ endpoint, pod }: { readonly endpoint: Endpoint; readonly pod: Pod }) {
  const { at, took, failure } = endpoint
  if (at === null) {
    return (
      <span className={styles.quiet}>{waitsForHealth(endpoint, pod) ? words.waits : words.notAsked}</span>
    )
  }
  return (
    <span className={styles.outcome} data-failed={failure !== null || undefined}>
      {failure === null ? words.answered : failureSentence(failure)}{' '}
      <span className={styles.quiet}>
        {took !== null && `${words.in(formatDuration(took))}, `}
        <RowAge observedAt={at} /> {screenTexts.ago}
      </span>
    </span>
  )
}

/** The path in use as a way to the raw answer; null while none is known. */
function Path({ endpoint, pod }: { readonly endpoint: Endpoint; readonly pod: Pod }) {
  const fleetUrl = useWatch((state) => state.fleetFile?.url ?? null)
  const { path, at } = endpoint
  if (path === null) return at === null ? null : <span className={styles.quiet}>{words.looking} </span>
  return (
    <code className={styles.path}>
      <ExternalLink href={podAddress(pod.url, path, fleetUrl ?? document.baseURI)}>{path}</ExternalLink>{' '}
    </code>
  )
}

/** What each endpoint of a pod last answered: its path, the outcome with its repair, how long it took, how old it is. */
export function EndpointList({ pod }: { readonly pod: Pod }) {
  return (
    <>
      <h4>{words.endpoints}</h4>
      <dl className={styles.facts}>
        {pod.endpoints.map((endpoint) => (
          <div key={endpoint.endpoint}>
            <dt>{words.endpoint[endpoint.endpoint]}</dt>
            <dd>
              {endpoint.failure?.kind === 'not-found' ? (
                <NoneFound tried={endpoint.failure.tried} />
              ) : (
                <>
                  <Path endpoint={endpoint} pod={pod} />
                  <Outcome endpoint={endpoint} pod={pod} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
