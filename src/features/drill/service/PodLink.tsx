import type { PodCell } from '#src/domain/digest/digestRow.ts'
import { podHref } from '#src/features/drill/drillAddress.ts'
import { useKeptTime } from '#src/features/drill/useKeptTime.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './podMarks.module.css'

type Props = { readonly service: string; readonly pod: PodCell }

/** The way to a pod, where `j` and `k` go. */
export function PodLink({ service, pod: { name, light } }: Props) {
  const kept = useKeptTime()
  return (
    <a className={styles.podLink} data-pod={name} href={podHref(service, name, kept)} title={name}>
      <StatusLight light={light} size={16} /> <span className={styles.podName}>{name}</span>
    </a>
  )
}
