import { minutes, type EpochMs } from '#src/domain/time/units.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { endpointFacts } from './endpointFacts.ts'
import styles from './layerParts.module.css'
import { RawBody } from './RawBody.tsx'
import { ToldFacts } from './ToldFacts.tsx'
import { useAskedFrom } from './useAskedFrom.ts'
import type { FoundPodFacts, PodDetail } from './usePodFound.ts'
import { VersionTable } from './VersionTable.tsx'

const words = englishLayers.version

/** What is known of what runs, as name and value. */
function running(
  { version, health, startedAt }: PodDetail,
  when: (at: EpochMs) => string,
): readonly (readonly [string, string])[] {
  const at = (moment: EpochMs | null | undefined): string | null =>
    moment === null || moment === undefined ? null : when(moment)
  const facts: readonly (readonly [string, string | null])[] = [
    [words.version, version?.version ?? health?.version ?? null],
    [words.commit, version?.commit ?? null],
    [words.built, at(version?.builtAt)],
    [words.runtime, version?.runtime ?? null],
    [words.started, at(startedAt ?? version?.startedAt)],
    [words.from, version?.from ?? null],
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
        <section aria-label={words.running}>
          <h3>{words.running}</h3>
          <Running pod={pod} />
          <RawBody heard={facts?.heard ?? null} />
        </section>
        <ToldFacts found={found} />
      </div>
      <VersionTable service={service} found={found} />
    </>
  )
}
