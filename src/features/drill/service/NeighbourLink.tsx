import type { Neighbour } from '#src/domain/surroundings/surroundings.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { serviceHref } from '#src/features/drill/drillAddress.ts'
import { useKeptTime } from '#src/features/drill/useKeptTime.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './needs.module.css'

type Props = { readonly neighbour: Neighbour; readonly isSelf: boolean }

/** A service as the way to its screen; what the fleet does not watch, or what is shown already, as its name. */
export function NeighbourLink({ neighbour: { name, light, kind }, isSelf }: Props) {
  const kept = useKeptTime()
  if (kind === 'service' && !isSelf) {
    return (
      <a className={styles.neighbour} href={serviceHref(name, kept)} title={name}>
        <StatusLight light={light ?? 'unknown'} size={16} /> <span className={styles.name}>{name}</span>
      </a>
    )
  }
  return (
    <span className={styles.neighbour} data-kind={isSelf ? 'self' : kind} title={name}>
      {light !== null && <StatusLight light={light} size={16} />}
      <span className={styles.name}>{name}</span>{' '}
      {!isSelf && <span className={styles.kind}>{englishService.needs.kind[kind]}</span>}
    </span>
  )
}
