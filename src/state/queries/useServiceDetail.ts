import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Behind, type Detail, useScreen } from '#src/state/screen.ts'

/** The worker answers from memory: nothing to retry, and nothing that goes stale by itself. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, networkMode: 'always' },
    },
  })

/** Asks anew whenever the service's row changed. */
function useAskedAnew(service: string, about: string): void {
  const { watch } = useScreen()
  const queries = useQueryClient()
  useEffect(
    () =>
      watch.subscribe((state, before) => {
        if (state.rows.get(service) === before.rows.get(service)) return
        void queries.invalidateQueries({ queryKey: [about, service] })
      }),
    [queries, service, about, watch],
  )
}

/**
 * Everything known of one service's pods, asked of the worker once and again whenever the service's row changed.
 * Undefined until the first answer; null when the fleet has no such service.
 */
export function useServiceDetail(service: string): Detail | null | undefined {
  const { detail } = useScreen()
  useAskedAnew(service, 'detail')
  return useQuery({ queryKey: ['detail', service], queryFn: () => detail(service) }).data
}

/** What is behind a service's light, asked as often. Undefined until the first answer; null where nobody can tell. */
export function useBehind(service: string): Behind | null | undefined {
  const { behind } = useScreen()
  useAskedAnew(service, 'behind')
  return useQuery({ queryKey: ['behind', service], queryFn: () => behind(service) }).data
}
