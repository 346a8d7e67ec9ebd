import { type LayerName, LAYERS } from '#src/domain/layer/layer.ts'
import type { KeyTable } from '#src/state/pageKeys.ts'

/** What the keys of a pod's screen do. */
type PodDeeds = {
  readonly toggle: (layer: LayerName) => void
  /** To the next layer, or the one before. */
  readonly move: (step: 1 | -1) => void
  /** To another pod of the service; false where there is none. */
  readonly previous: () => boolean
  readonly next: () => boolean
}

/** The keys of a pod's screen: its layers by number and by turns, and the pods of the service. */
export const podKeys = ({ toggle, move, previous, next }: PodDeeds): KeyTable => ({
  ...Object.fromEntries(LAYERS.map((layer, i) => [`${i + 1}`, () => toggle(layer)])),
  j: () => move(1),
  k: () => move(-1),
  '[': previous,
  ']': next,
})
