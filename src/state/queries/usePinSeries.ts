import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useScreen } from '#src/state/screen.ts'

/** How it went: `full` where too many series are drawn already, `lost` where nobody could take it. */
export type Pinned = 'done' | 'full' | 'lost'

/** Draws a series of a pod as a line from now on, or no longer, and asks at once how that looks. */
export function usePinSeries(service: string, pod: string): (id: string, on: boolean) => Promise<Pinned> {
  const { drill } = useScreen()
  const queries = useQueryClient()
  return useCallback(
    async (id, on) => {
      const taken = await drill.pin(service, pod, id, on).catch(() => null)
      await queries.invalidateQueries({ queryKey: ['families', service, pod] })
      if (taken === null) return 'lost'
      return taken ? 'done' : 'full'
    },
    [drill, queries, service, pod],
  )
}
