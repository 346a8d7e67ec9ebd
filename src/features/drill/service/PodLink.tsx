import type { PodCell } from '#src/domain/digest/digestRow.ts'
import { podHref } from '#src/features/drill/drillAddress.ts'
import { useKeptTime } from '#src/features/drill/useKeptTime.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './podMarks.module.css'
import { PodName } from './PodName.tsx'

type Props = {
  readonly service: string
  readonly pod: PodCell
  /** How it is called where its name has no room. */
  readonly short?: string | undefined
}

/** The way to a pod, where `j` and `k` go. */
export function PodLink({ service, pod: { name, light }, short }: Props) {
  const kept = useKeptTime()
  return (
    <a className={styles.podLink} data-pod={name} href={podHref(service, name, kept)}>
      <StatusLight light={light} size={16} /> <PodName name={name} short={short} />
    </a>
  )
}
