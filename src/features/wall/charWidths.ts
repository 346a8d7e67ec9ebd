import { type CharWidth, usualCharWidth } from '#src/domain/wall/nameLines.ts'

/** Measured at this size: more exactly than a pixel of the size that is drawn. */
const MEASURED_AT = 100
/** Kerning and hinting make a line a little wider or narrower than the sum of its characters. */
const SPARE = 1.02

function canvasWidths(weight: number, family: string): CharWidth | null {
  const context = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d')
  if (context === null) return null
  context.font = `${weight} ${MEASURED_AT}px ${family}`
  return (char) => (context.measureText(char).width / MEASURED_AT) * SPARE
}

/** How wide each character is in the type that tiles are set in; each is measured once. */
export function charWidthsOf(weight: number): CharWidth {
  const known = new Map<string, number>()
  const measure = canvasWidths(weight, getComputedStyle(document.body).fontFamily) ?? usualCharWidth
  return (char) => {
    const width = known.get(char) ?? measure(char)
    known.set(char, width)
    return width
  }
}
