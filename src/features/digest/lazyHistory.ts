import { againAndAgain, createPart } from '#src/state/part.ts'
import type { HistoryPanel } from './HistoryPanel.tsx'

type Module = { readonly HistoryPanel: typeof HistoryPanel }

const bring = againAndAgain<Module>(
  () => import('./HistoryPanel.tsx'),
  (address) => import(/* @vite-ignore */ address),
  location.origin,
)

/** What the window on the remembered past holds comes in a chunk of its own. */
export const historyPanel = createPart(async () => (await bring()).HistoryPanel)
