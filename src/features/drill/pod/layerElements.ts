import { type LayerName, LAYERS } from '#src/domain/layer/layer.ts'

/** The button that opens a layer. */
export const layerButtonId = (layer: LayerName): string => `layer-${layer}`

/** What it opens. */
export const layerContentId = (layer: LayerName): string => `layer-${layer}-content`

const buttonOf = (layer: LayerName): HTMLElement | null => document.getElementById(layerButtonId(layer))

/** The layer where the keyboard stands; null where it stands on none. */
function layerHere(): LayerName | null {
  const here = document.activeElement
  return LAYERS.find((layer) => here?.closest(`[data-layer="${layer}"]`) != null) ?? null
}

/** Puts the keyboard on a layer's button. */
export const standOnLayer = (layer: LayerName): void => buttonOf(layer)?.focus()

/** To the neighbour of the layer where the keyboard stands; from anywhere else to the one that is open, or an end. */
export function moveLayer(step: 1 | -1, open: LayerName | null): void {
  const here = layerHere()
  if (here === null && open !== null) return standOnLayer(open)
  const ends = step === 1 ? LAYERS[0] : LAYERS.at(-1)
  const next = here === null ? ends : LAYERS[LAYERS.indexOf(here) + step]
  if (next !== undefined) standOnLayer(next)
}
