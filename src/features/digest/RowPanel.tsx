import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import type { PodCell } from '#src/domain/digest/digestRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import { englishWays } from '#src/domain/wording/englishWays.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { createQueries, useBehind, useServiceDetail } from '#src/state/queries/useServiceDetail.ts'
import { type Detail, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { DeployFacts } from '#src/ui/DeployFacts.tsx'
import { Diagnosis } from '#src/ui/Diagnosis.tsx'
import { serviceWay } from './drillWays.ts'
import styles from './panel.module.css'
import { PodPanel } from './PodPanel.tsx'
import { setOpenPods, usePickedPods } from './viewParams.ts'

type Props = { readonly service: string; readonly cells: readonly PodCell[] }

function PodList({ service, pods, cells }: { readonly pods: Detail['pods'] } & Props) {
  const lightOf = new Map(cells.map(({ name, light }) => [name, light]))
  const worstFirst = pods
    .map((pod) => ({ pod, light: lightOf.get(pod.name) ?? ('unknown' as const) }))
    .toSorted((a, b) => lightRank(a.light) - lightRank(b.light))
  // The pod that was the worst when the row was opened, so that none opens or closes by itself.
  const [byItself, setByItself] = useState(worstFirst[0]?.pod.name)
  const names = pods.map(({ name }) => name)
  const picked = usePickedPods().filter((name) => names.includes(name))
  const open = picked.length > 0 || byItself === undefined ? picked : [byItself]
  const toggle = (name: string): void => {
    const next = open.includes(name) ? open.filter((each) => each !== name) : [...open, name]
    if (next.length === 0) setByItself(undefined)
    setOpenPods(names, next)
  }
  return (
    <ul className={styles.pods}>
      {worstFirst.map(({ pod, light }) => (
        <PodPanel
          key={pod.name}
          service={service}
          pod={pod}
          light={light}
          open={open.includes(pod.name)}
          picked={picked.includes(pod.name)}
          onToggle={toggle}
        />
      ))}
    </ul>
  )
}

function Behind({ service }: Pick<Props, 'service'>) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const behind = useBehind(service)
  if (behind === undefined) return null
  if (behind === null) return <p className={styles.pending}>{screenTexts.panel.notWorkedOut}</p>
  return (
    <>
      <Diagnosis findings={behind.diagnosis} now={now} timeZone={timeZone} />
      <DeployFacts delivery={behind.delivery} now={now} timeZone={timeZone} />
    </>
  )
}

function Pods({ service, cells }: Props) {
  const detail = useServiceDetail(service)
  if (detail === undefined) return <p className={styles.pending}>{screenTexts.panel.loading}</p>
  if (detail === null) return <p className={styles.pending}>{screenTexts.panel.gone(service)}</p>
  return (
    <>
      <p className={styles.way}>
        <a href={serviceWay(service)}>{englishWays.service(service)}</a>
      </p>
      <Behind service={service} />
      <PodList service={service} pods={detail.pods} cells={cells} />
    </>
  )
}

/** What is behind a row: its diagnosis, its deploys, and the pods of the service, worst first, each with all that is known of it. */
export function RowPanel(props: Props) {
  const [queries] = useState(createQueries)
  return (
    <QueryClientProvider client={queries}>
      <Pods {...props} />
    </QueryClientProvider>
  )
}
