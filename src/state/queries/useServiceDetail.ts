import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Detail, useScreen } from '#src/state/screen.ts'

/** The worker answers from memory: nothing to retry, and nothing that goes stale by itself. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, networkMode: 'always' },
    },
  })

/**
 * Everything known of one service's pods, asked of the worker once and again whenever the service's row changed.
 * Undefined until the first answer; null when the fleet has no such service.
 */
export function useServiceDetail(service: string): Detail | null | undefined {
  const { detail, watch } = useScreen()
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['detail', service], queryFn: () => detail(service) })
  useEffect(
    () =>
      watch.subscribe((state, before) => {
        if (state.rows.get(service) === before.rows.get(service)) return
        void queries.invalidateQueries({ queryKey: ['detail', service] })
      }),
    [queries, service, watch],
  )
  return data
}
