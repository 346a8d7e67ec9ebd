import type { Light } from '#src/domain/verdict/light.ts'
import { LIGHT_SHAPE, type LightPart } from '#src/domain/chart/lightShape.ts'

/** A tab has no tokens and may be light or dark: mid tones that stand out on both. */
const COLOUR: Readonly<Record<Light, string>> = {
  green: '#3f9a67',
  orange: '#e08a1e',
  red: '#e5393a',
  unknown: '#7f8794',
}

function path({ d, paint, width, dash }: LightPart, colour: string): string {
  const fill = paint === 'area' ? colour : 'none'
  const stroke = paint === 'mark' ? '#fff' : colour
  const dashed = dash === null ? '' : ` stroke-dasharray="${dash}"`
  return `<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"${dashed}/>`
}

/** The window's icon: the fleet's light as a data URL, in the shapes of StatusLight, filling the tab's 16 pixels. */
export function favicon(light: Light): string {
  // The small circle of OK would be a speck in a tab.
  const box = light === 'green' ? '6 6 12 12' : '2 2 20 20'
  const parts = LIGHT_SHAPE[light].map((part) => path(part, COLOUR[light])).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" stroke-linejoin="round" stroke-linecap="round">${parts}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
