import { likelyNames } from '#src/domain/fleet/likelyNames.ts'
import { nearest } from '#src/domain/fleet/nearest.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { podHref, serviceHref } from '#src/features/drill/drillAddress.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useWatch } from '#src/state/useWatch.ts'
import styles from './podPage.module.css'

const words = englishLayers.unknown

/** More names than this are no help to anybody. */
const SHOWN = 24

type Props = {
  readonly service: string
  readonly wanted: string
  /** Those that the service has; null where the fleet has no such service. */
  readonly pods: readonly string[] | null
}

/** Which service of the fleet may have been meant. */
function NearServices({ service, wanted }: Pick<Props, 'service' | 'wanted'>) {
  const rows = useWatch((state) => state.rows)
  const meant = likelyNames(service, [...rows.keys()])
  if (meant.length === 0) return null
  return (
    <>
      <p>{words.meant}</p>
      <ul>
        {meant.map((name) => (
          <li key={name}>
            <a href={podHref(name, wanted)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where else to go from a pod that is not there: the one that was probably meant, its siblings, its service, the digest. */
export function NamesOfPods({ service, wanted, pods }: Props) {
  const meant = pods === null ? null : nearest(wanted, pods)
  return (
    <nav className={styles.ways} aria-label={words.pods}>
      {pods === null && <NearServices service={service} wanted={wanted} />}
      {meant !== null && (
        <p>
          {words.meant} <a href={podHref(service, meant)}>{meant}</a>?
        </p>
      )}
      {pods !== null && pods.length > 0 && (
        <ul>
          {pods.slice(0, SHOWN).map((pod) => (
            <li key={pod}>
              <a href={podHref(service, pod)}>{pod}</a>
            </li>
          ))}
          {pods.length > SHOWN && <li>{englishLayers.screen.andMore(pods.length - SHOWN)}</li>}
        </ul>
      )}
      <p>
        {pods !== null && <a href={serviceHref(service)}>{words.toService(service)}</a>}{' '}
        <a href={hashTo('/')}>{words.toDigest}</a>
      </p>
    </nav>
  )
}
