import { minutes, type EpochMs } from '#src/domain/time/units.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { endpointFacts } from './endpointFacts.ts'
import { RawBody } from '#src/features/drill/checks/RawBody.tsx'
import styles from './layerParts.module.css'
import { ToldFacts } from './ToldFacts.tsx'
import { useAskedFrom } from './useAskedFrom.ts'
import type { FoundPodFacts, PodDetail } from './usePodFound.ts'
import { VersionTable } from './VersionTable.tsx'

const words = englishLayers.version

const UNKNOWN = { version: null, commit: null, builtAt: null, runtime: null, startedAt: null, from: null }

/** What is known of what runs, as name and value. */
function running(pod: PodDetail, when: (at: EpochMs) => string): readonly (readonly [string, string])[] {
  const { version, commit, builtAt, runtime, startedAt, from } = pod.version ?? UNKNOWN
  const started = pod.startedAt ?? startedAt
  const facts: readonly (readonly [string, string | null])[] = [
    [words.version, version ?? pod.health?.version ?? null],
    [words.commit, commit],
    [words.built, builtAt === null ? null : when(builtAt)],
    [words.runtime, runtime],
    [words.started, started === null ? null : when(started)],
    [words.from, from],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
}

function Running({ pod }: { readonly pod: PodDetail }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const facts = running(pod, (at) => formatMoment(at, now, timeZone))
  if (facts.length === 0) return <p className={styles.quiet}>{words.none}</p>
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Props = { readonly service: string; readonly found: FoundPodFacts }

/** What runs and since when, in this pod and in its siblings, and what the fleet file says of them. */
export function VersionLayer({ service, found }: Props) {
  const { pod, record } = found
  const from = useAskedFrom()
  const facts = endpointFacts(service, pod, 'version', record, from)
  return (
    <>
      <div className={styles.cards}>
        <section className={styles.part} aria-label={words.running}>
          <h3>{words.running}</h3>
          <Running pod={pod} />
          {facts !== null && <RawBody heard={facts.heard} telling={false} />}
        </section>
        <ToldFacts found={found} />
      </div>
      <VersionTable service={service} found={found} />
    </>
  )
}
