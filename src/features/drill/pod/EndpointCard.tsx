import type { ReactNode } from 'react'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { failurePhrase, failureSentence } from '#src/domain/wording/failureWords.ts'
import { formatBytes } from '#src/domain/wording/formatBytes.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { ExternalLink } from '#src/ui/ExternalLink.tsx'
import { FixList } from '#src/ui/FixList.tsx'
import { RecentProbes } from '#src/ui/RecentProbes.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { AgeOf } from './AgeOf.tsx'
import type { EndpointFacts } from './endpointFacts.ts'
import styles from './layerParts.module.css'
import { TimingBar } from './TimingBar.tsx'
import type { PodDetail } from './usePodFound.ts'

const words = englishLayers.endpoints

/** Failures that say something of the pod; the others are of what this browser may see. */
const OF_POD: ReadonlySet<ProbeFailure['kind']> = new Set(['timeout', 'unreachable', 'http-status'])

type Props = { readonly facts: EndpointFacts; readonly pod: PodDetail }

/** Null: it was not asked, or there is none. */
function lightOf({ detail: { at, failure, holdsUntil } }: EndpointFacts, now: EpochMs): Light | null {
  if (at === null || failure?.kind === 'not-found') return null
  // Of a pod that hangs nothing else is asked: what it answered before says nothing of now.
  if ((holdsUntil ?? Infinity) < now) return 'unknown'
  if (failure === null) return 'green'
  return OF_POD.has(failure.kind) ? 'red' : 'unknown'
}

/** Of a pod whose health is not known or hangs nothing else is asked. */
const waitsForHealth = (endpoint: string, { endpoints }: PodDetail): boolean =>
  endpoint !== 'health' &&
  endpoints.some(
    (other) => other.endpoint === 'health' && (other.at === null || other.failure?.kind === 'timeout'),
  )

/** An endpoint that nobody has is no fault: which paths were asked is there to be looked up. */
function Tried({ paths }: { readonly paths: readonly string[] }) {
  return (
    <details className={styles.more}>
      <summary>{words.tried}</summary>
      <ul className={styles.paths}>
        {paths.map((path) => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Outcome({ facts, pod }: Props) {
  const { endpoint, at, failure } = facts.detail
  if (at === null) {
    const why = waitsForHealth(endpoint, pod) ? words.waits : words.notAsked
    return <p className={styles.quiet}>{why}</p>
  }
  if (failure === null) return <p>{words.answered}</p>
  if (failure.kind === 'not-found' && endpoint !== 'health') {
    return (
      <>
        <p className={styles.quiet}>{words.noneFound}</p>
        <Tried paths={failure.tried} />
      </>
    )
  }
  return <p data-failed>{failureSentence(failure)}</p>
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** When it is asked next: `in 4 s`. */
function Next({ at }: { readonly at: number | null }) {
  const now = useNow(seconds(1))
  if (at === null) return <>–</>
  return <>{at <= now ? words.due : words.in(formatDuration(Math.ceil((at - now) / 1000) * 1000))}</>
}

function LastFailure({ facts: { lastFailure } }: Pick<Props, 'facts'>) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  if (lastFailure === null) return <span className={styles.quiet}>{words.noFailure}</span>
  const { at, failure } = lastFailure
  return <>{words.lastFailed(formatMoment(at, now, timeZone), failurePhrase(failure))}</>
}

/** What was said in the head of the answer. */
function Heads({ facts: { heard } }: Pick<Props, 'facts'>) {
  if (heard === null) return null
  const { status, contentType, bytes } = heard
  return (
    <>
      {status !== null && <Fact name={words.status}>{words.httpStatus(status)}</Fact>}
      {contentType !== null && <Fact name={words.type}>{contentType.slice(0, MOST_TYPE)}</Fact>}
      {bytes !== null && <Fact name={words.size}>{formatBytes(bytes)}</Fact>}
    </>
  )
}

/** A header may be of any length. */
const MOST_TYPE = 120

function Numbers({ facts }: Pick<Props, 'facts'>) {
  const { at, took, nextAt } = facts.detail
  if (at === null) return null
  return (
    <>
      <Heads facts={facts} />
      {took !== null && <Fact name={words.took}>{formatDuration(took)}</Fact>}
      <Fact name={words.timing}>
        <TimingBar heard={facts.heard} />
      </Fact>
      <Fact name={words.asked}>
        <AgeOf at={at} /> {words.ago}
      </Fact>
      <Fact name={words.next}>
        <Next at={nextAt} />
      </Fact>
      <Fact name={words.lastFailure}>
        <LastFailure facts={facts} />
      </Fact>
    </>
  )
}

/** One endpoint of a pod: where it is asked, what came of it, in numbers, and what would mend it. */
export function EndpointCard({ facts, pod }: Props) {
  const { detail, address, heard, fixes } = facts
  const now = useNow(seconds(5))
  const isLive = useWatch(({ source }) => source === 'live')
  const own = lightOf(facts, now)
  const light = own === null || isLive ? own : 'unknown'
  const url = heard?.url ?? address
  return (
    <section className={styles.card} aria-label={words.name[detail.endpoint]}>
      <h3>
        {light !== null && <StatusLight light={light} size={16} />}
        {words.name[detail.endpoint]}
        {detail.endpoint === 'health' && <RecentProbes recent={pod.recent} />}
      </h3>
      {detail.path === null && detail.at === null ? (
        <p className={styles.quiet}>{words.looking}</p>
      ) : (
        <p className={styles.url}>
          <ExternalLink href={url}>{url}</ExternalLink>
        </p>
      )}
      <Outcome facts={facts} pod={pod} />
      <dl className={styles.facts}>
        <Numbers facts={facts} />
      </dl>
      {fixes.length > 0 && (
        <>
          <h4>{words.mend}</h4>
          <FixList fixes={fixes} />
        </>
      )}
    </section>
  )
}
