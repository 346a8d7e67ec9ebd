import { againAndAgain, createPart } from '#src/state/part.ts'
import type { FitChart } from '#src/ui/charts/FitChart.tsx'

type Module = { readonly FitChart: typeof FitChart }

const bring = againAndAgain<Module>(
  () => import('#src/ui/charts/FitChart.tsx'),
  (address) => import(/* @vite-ignore */ address),
  location.origin,
)

/** Charts come in a chunk of their own, with their library. */
export const fitChart = createPart(async () => (await bring()).FitChart)
