import { lazy } from 'react'

const load = () => import('./RowPanel.tsx')

/** What is behind a row comes in a chunk of its own, with react-query. */
export const LazyRowPanel = lazy(async () => ({ default: (await load()).RowPanel }))

/** Fetches that chunk while the hand is still on its way. */
export function preloadPanel(): void {
  load().catch(() => {
    // Opening the row tries again, and says what is the matter.
  })
}
