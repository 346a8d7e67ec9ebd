import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import type { PodCell } from '#src/domain/digest/digestRow.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { createQueries, useServiceDetail } from '#src/state/queries/useServiceDetail.ts'
import styles from './panel.module.css'
import { PodPanel } from './PodPanel.tsx'

type Props = { readonly service: string; readonly cells: readonly PodCell[] }

function Pods({ service, cells }: Props) {
  const detail = useServiceDetail(service)
  if (detail === undefined) return <p className={styles.pending}>{screenTexts.panel.loading}</p>
  if (detail === null) return <p className={styles.pending}>{screenTexts.panel.gone(service)}</p>
  const lightOf = new Map(cells.map(({ name, light }) => [name, light]))
  const pods = detail.pods
    .map((pod) => ({ pod, light: lightOf.get(pod.name) ?? ('unknown' as const) }))
    .toSorted((a, b) => lightRank(a.light) - lightRank(b.light))
  return (
    <ul className={styles.pods}>
      {pods.map(({ pod, light }, i) => (
        <PodPanel key={pod.name} pod={pod} light={light} first={i === 0} />
      ))}
    </ul>
  )
}

/** The pods of one service, worst first, each with all that is known of it. */
export function RowPanel(props: Props) {
  const [queries] = useState(createQueries)
  return (
    <QueryClientProvider client={queries}>
      <Pods {...props} />
    </QueryClientProvider>
  )
}
