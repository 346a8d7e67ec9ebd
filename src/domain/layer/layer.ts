import type { Light } from '#src/domain/verdict/light.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'

/** The layers of a pod from the outside in: each rests on those before it (product.md, section 6). */
export const LAYERS = [
  'reachable',
  'ready',
  'resources',
  'checks',
  'dependencies',
  'version',
  'logs',
  'profile',
] as const

export type LayerName = (typeof LAYERS)[number]

/**
 * `pass`, `watch` and `fail` as the lights say it; `unseen`: it should tell and does not; `none`: there is nothing to tell,
 * as of a pod without logs; `aid`: a layer that helps and never fails.
 */
export type LayerState = 'pass' | 'watch' | 'fail' | 'unseen' | 'none' | 'aid'

/** One reason that speaks of this pod, in words, with what to do about it first. */
export type LayerReason = {
  readonly kind: ReasonKind
  readonly light: Light
  readonly text: string
  readonly todo: string
}

/** One layer of one pod, with what was found in it. */
export type Layer = {
  readonly name: LayerName
  readonly state: LayerState
  /** Worst first. */
  readonly reasons: readonly LayerReason[]
}
