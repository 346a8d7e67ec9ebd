import type { RowPanel } from './RowPanel.tsx'
import { againAndAgain, createPart } from '#src/state/part.ts'

type Module = { readonly RowPanel: typeof RowPanel }

const bring = againAndAgain<Module>(
  () => import('./RowPanel.tsx'),
  (address) => import(/* @vite-ignore */ address),
  location.origin,
)

/** What is behind a row comes in a chunk of its own, with react-query. */
export const rowPanel = createPart(async () => (await bring()).RowPanel)
