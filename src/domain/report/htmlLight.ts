import { LIGHT_SHAPE } from '#src/domain/chart/lightShape.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { reportTexts } from '#src/domain/wording/reportTexts.ts'
import { escapeHtml } from './escapeHtml.ts'

/** A light as its shape with its word beside it: neither needs colour to be told apart. */
export function htmlLight(light: Light): string {
  const paths = LIGHT_SHAPE[light].map(({ d, paint, width, dash }) => {
    const dashed = dash === null ? '' : ` stroke-dasharray="${dash}"`
    return `<path class="${paint}" d="${d}" stroke-width="${width}"${dashed}/>`
  })
  const shape = `<svg class="shape" viewBox="0 0 24 24" aria-hidden="true">${paths.join('')}</svg>`
  return `<span class="light ${light}">${shape}${escapeHtml(reportTexts.light[light])}</span>`
}
