import { againAndAgain, createPart } from '#src/state/part.ts'
import type { ChartGrid } from '#src/ui/charts/ChartGrid.tsx'

type Module = { readonly ChartGrid: typeof ChartGrid }

const bring = againAndAgain<Module>(
  () => import('#src/ui/charts/ChartGrid.tsx'),
  (address) => import(/* @vite-ignore */ address),
  location.origin,
)

/** Charts come in a chunk of their own, with their library. */
export const chartGrid = createPart(async () => (await bring()).ChartGrid)
