import { nearest } from '#src/domain/fleet/nearest.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { podHref, serviceHref } from '#src/features/drill/drillAddress.ts'
import { LikelyServices } from '#src/features/drill/LikelyServices.tsx'
import { hashTo } from '#src/state/hashTo.ts'
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

/** Where else to go from a pod that is not there: the one that was probably meant, its siblings, its service, the digest. */
export function NamesOfPods({ service, wanted, pods }: Props) {
  const meant = pods === null ? null : nearest(wanted, pods)
  return (
    <nav className={styles.ways} aria-label={words.pods}>
      {pods === null && <LikelyServices name={service} hrefOf={(name) => podHref(name, wanted)} />}
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
