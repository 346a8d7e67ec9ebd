import { failureSentence } from '#src/domain/wording/failureWords.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { Detail } from '#src/state/screen.ts'
import styles from './panel.module.css'
import { RowAge } from './RowAge.tsx'

type Endpoint = Detail['pods'][number]['endpoints'][number]

function Outcome({ endpoint }: { readonly endpoint: Endpoint }) {
  const words = screenTexts.panel
  const { at, took, failure } = endpoint
  if (at === null) return <span className={styles.quiet}>{words.notAsked}</span>
  return (
    <span className={styles.outcome}>
      {failure === null ? words.answered : failureSentence(failure)}{' '}
      <span className={styles.quiet}>
        {took !== null && `${words.in(formatDuration(took))}, `}
        <RowAge observedAt={at} /> {screenTexts.ago}
      </span>
    </span>
  )
}

/** What each endpoint of a pod last answered: its path, the outcome with its repair, how long it took, how old it is. */
export function EndpointList({ endpoints }: { readonly endpoints: readonly Endpoint[] }) {
  const words = screenTexts.panel
  return (
    <>
      <h4>{words.endpoints}</h4>
      <dl className={styles.facts}>
        {endpoints.map((endpoint) => (
          <div key={endpoint.endpoint} data-failed={endpoint.failure !== null || undefined}>
            <dt>{words.endpoint[endpoint.endpoint]}</dt>
            <dd>
              {(endpoint.path !== null || endpoint.at !== null) && (
                <code>{endpoint.path ?? words.looking}</code>
              )}
              <Outcome endpoint={endpoint} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
