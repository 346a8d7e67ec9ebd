import { minutes } from '#src/domain/time/units.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { podHref } from '#src/features/drill/drillAddress.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './layerParts.module.css'
import type { FoundPodFacts, PodDetail } from './usePodFound.ts'

const words = englishLayers.version

/** More siblings than this are counted. */
const SHOWN = 40

const versionOf = ({ version, health }: PodDetail): string | null =>
  version?.version ?? health?.version ?? version?.commit?.slice(0, 12) ?? null

type Props = { readonly service: string; readonly found: FoundPodFacts }

/** The versions and starts of all pods of the service: who differs from this one shows. */
export function VersionTable({ service, found: { detail, pod } }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const own = versionOf(pod)
  // This pod and those that differ from it first.
  const rank = (other: PodDetail): number => (other === pod ? 0 : versionOf(other) === own ? 2 : 1)
  const sorted = detail.pods.toSorted((a, b) => rank(a) - rank(b))
  if (sorted.length < 2) return null
  return (
    <table className={styles.table}>
      <caption>{words.pods}</caption>
      <thead>
        <tr>
          <th scope="col">{words.pod}</th>
          <th scope="col">{words.version}</th>
          <th scope="col" className={styles.number}>
            {words.started}
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.slice(0, SHOWN).map((other) => {
          const version = versionOf(other)
          const differs = version !== null && own !== null && version !== own
          const started = other.startedAt ?? other.version?.startedAt ?? null
          return (
            <tr key={other.name} aria-current={other === pod || undefined}>
              <th scope="row">
                {other === pod ? (
                  other.name
                ) : (
                  <a href={podHref(service, other.name, { layer: 'version' })}>{other.name}</a>
                )}
              </th>
              <td data-differs={differs || undefined}>
                {version ?? words.unknown}
                {differs && <span className={styles.quiet}> {words.differs}</span>}
              </td>
              <td className={styles.number}>
                {started === null ? words.unknown : formatMoment(started, now, timeZone)}
              </td>
            </tr>
          )
        })}
      </tbody>
      {sorted.length > SHOWN && (
        <tfoot>
          <tr>
            <td colSpan={3}>{englishLayers.screen.andMore(sorted.length - SHOWN)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
