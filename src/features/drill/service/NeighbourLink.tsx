import type { Neighbour } from '#src/domain/surroundings/surroundings.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { serviceHref } from '#src/features/drill/drillAddress.ts'
import { useKeptTime } from '#src/features/drill/useKeptTime.ts'
import { useRow } from '#src/state/useWatch.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './needs.module.css'

type Props = { readonly neighbour: Neighbour; readonly isSelf: boolean }

/** A service as the way to its screen; what the fleet does not watch, or what is shown already, as its name. */
export function NeighbourLink({ neighbour: { name, light: told, kind }, isSelf }: Props) {
  const kept = useKeptTime()
  // The digest's own word: an answer of a while ago may not be true any more.
  const light = useRow(name)?.light ?? (told === null ? null : 'unknown')
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
