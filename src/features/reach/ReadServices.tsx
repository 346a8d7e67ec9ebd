import { useState } from 'react'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import { failureSentence } from '#src/domain/wording/failureWords.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { ExternalLink } from '#src/ui/ExternalLink.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { ReachAge } from './ReachAge.tsx'
import type { ReachService, ReachView } from './reachView.ts'
import styles from './read.module.css'

type Endpoint = ReachService['pods'][number]['endpoints'][number]

const { read: words } = englishReach
const endpointName = screenTexts.panel.endpoint

function outcomeText({ of, outcome }: Endpoint): string {
  if (outcome === 'waiting') return words.waits
  if (outcome === 'none') return words.none
  if (outcome === 'failed') return words.failed
  const { answered } = screenTexts.panel
  return of.took === null ? answered : `${answered} ${words.in(formatDuration(of.took))}`
}

function EndpointLine({ endpoint }: { readonly endpoint: Endpoint }) {
  const { of, outcome, address } = endpoint
  return (
    <li className={styles.endpoint} data-outcome={outcome}>
      <span>{endpointName[of.endpoint]}</span>
      <code>{of.path !== null && <ExternalLink href={address}>{of.path}</ExternalLink>}</code>
      <span title={of.failure === null ? undefined : failureSentence(of.failure)}>
        {outcomeText(endpoint)}
      </span>
      <span className={styles.age}>
        <ReachAge at={of.at} />
      </span>
    </li>
  )
}

/** How many of its pods have something that is read. */
const podsRead = ({ pods }: ReachService): number =>
  pods.filter(({ endpoints }) => endpoints.some(({ outcome }) => outcome === 'read')).length

/** Whether there is more to tell of it than what cannot be read, which is told already. */
const isMore = ({ counts }: ReachService): boolean => counts.read + counts.none + counts.waiting > 0

/** A service, folded; what is inside is drawn when it is opened. */
function Service({ service }: { readonly service: ReachService }) {
  const [isOpen, setOpen] = useState(false)
  const { name, counts, slowest, pods } = service
  return (
    <details className={styles.service} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <StatusLight light={counts.failed > 0 || counts.read === 0 ? 'unknown' : 'green'} size={12} silent />
        <b>{name}</b>
        <span className={styles.quiet}>
          {words.service(counts.read, podsRead(service))}
          {slowest !== null && `, ${words.slowest(formatDuration(slowest))}`}
        </span>
      </summary>
      {isOpen &&
        pods.map((pod) => (
          <div key={pod.name} className={styles.pod}>
            <code>{pod.name}</code>
            <ul>
              {pod.endpoints.map((endpoint) => (
                <EndpointLine key={endpoint.of.endpoint} endpoint={endpoint} />
              ))}
            </ul>
          </div>
        ))}
    </details>
  )
}

/** The services of which something is read, with all their endpoints, folded: that needs nobody. */
export function ReadServices({
  view,
  isSearched,
}: {
  readonly view: ReachView
  readonly isSearched: boolean
}) {
  const [isOpen, setOpen] = useState(isSearched)
  const { counts } = view
  const services = view.services.filter(isMore)
  const pods = services.reduce((sum, service) => sum + podsRead(service), 0)
  if (services.length === 0) return null
  return (
    <details
      className={styles.read}
      open={isSearched || isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.heading}>
        <h2>{words.heading}</h2> <span>{words.service(counts.read, pods)}</span>
      </summary>
      {(isSearched || isOpen) && services.map((service) => <Service key={service.name} service={service} />)}
    </details>
  )
}
