import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { useSubject } from '#src/features/drill/drillAddress.ts'
import { createQueries } from '#src/state/queries/useServiceDetail.ts'
import { PodPage } from './PodPage.tsx'

/** One pod by its layers, from the outside in: the first that fails is open. */
export function PodScreen() {
  const [queries] = useState(createQueries)
  const { service, pod } = useSubject()
  return (
    <QueryClientProvider client={queries}>
      <PodPage key={JSON.stringify([service, pod])} service={service} pod={pod} />
    </QueryClientProvider>
  )
}
