import { againAndAgain, createPart } from '#src/state/part.ts'
import type { SinceCheck } from './SinceCheck.tsx'

type Module = { readonly SinceCheck: typeof SinceCheck }

const bring = againAndAgain<Module>(
  () => import('./SinceCheck.tsx'),
  (address) => import(/* @vite-ignore */ address),
  location.origin,
)

/** What changed since the last check comes in a chunk of its own: the rows are told first. */
export const sinceCheck = createPart(async () => (await bring()).SinceCheck)
