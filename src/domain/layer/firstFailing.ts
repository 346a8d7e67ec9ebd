import type { Layer, LayerState } from './layer.ts'

/** The states in which a layer asks to be opened, the most urgent first. */
const ASKING: readonly LayerState[] = ['fail', 'watch', 'unseen']

/** The layer to begin with: the first that fails, else the first to watch, else the first that is not seen; null where all is well. */
export function firstFailing(layers: readonly Layer[]): Layer | null {
  for (const asking of ASKING) {
    const found = layers.find(({ state }) => state === asking)
    if (found !== undefined) return found
  }
  return null
}

const rank = (state: LayerState | null): number =>
  state === null || !ASKING.includes(state) ? ASKING.length : ASKING.indexOf(state)

/** Whether a layer asks more urgently to be opened than one in such a state; null asks for nothing. */
export const isMoreUrgent = (layer: Layer | null, than: LayerState | null): boolean =>
  layer !== null && rank(layer.state) < rank(than)
