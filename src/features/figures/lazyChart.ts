import { againAndAgain, createPart } from '#src/state/part.ts'
import type { MonthChart } from '#src/ui/charts/MonthChart.tsx'

type Module = { readonly MonthChart: typeof MonthChart }

const bring = againAndAgain<Module>(
  () => import('#src/ui/charts/MonthChart.tsx'),
  (address) => import(/* @vite-ignore */ address),
  location.origin,
)

/** Charts come in a chunk of their own, with their library: the table is there before. */
export const monthChart = createPart(async () => (await bring()).MonthChart)
