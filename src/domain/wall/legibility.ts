/**
 * How large letters have to be. ISO 9241-303 (5.5.4, character height): capitals of 16 to 22 minutes of arc at the
 * eye; 16 is the least for what has to be read, 20 to 22 is read with ease.
 */
export const LEAST_ARC = 16
export const EASY_ARC = 22

/** The height of capitals as a share of the type's size: 0.70 to 0.73 in the faces that systems bring; the least counts. */
export const CAPITALS = 0.7

/** Where whoever looks at a wall sits. */
export const WALL_DISTANCE_MM = 5000
const WALL_INCH = 55
const PHONE_DISTANCE_MM = 400
const PHONE_INCH = 6.1
/** A screen of which a side is shorter than this, in CSS pixels, is held in the hand. */
const PHONE_WIDTH = 600

const MM_PER_INCH = 25.4

/** The height in mm of what is seen under so many minutes of arc from so many mm away. */
export const heightOf = (distanceMm: number, arcMinutes: number): number =>
  2 * distanceMm * Math.tan((arcMinutes * Math.PI) / 60 / 180 / 2)

/** From how many mm away capitals of this height in mm can just be read. */
export const readableFrom = (heightMm: number): number => heightMm / heightOf(1, LEAST_ARC)

/** A screen, as far as reading from a distance goes. Lengths in CSS pixels unless their names say mm. */
export type Sight = {
  /** How large a CSS pixel is. */
  readonly pixelMm: number
  readonly distanceMm: number
  /** The height of capitals that are just read from there. */
  readonly capital: number
  /** The size of type that has such capitals. */
  readonly size: number
}

/**
 * How a screen of `width` × `height` CSS pixels is read, of a diagonal of `inch`. Without that it is a TV of 55 inch
 * five metres away, or a phone at arm's length where it is narrow.
 */
export function sightOf(width: number, height: number, inch: number | null): Sight {
  const isHeld = inch === null && Math.min(width, height) < PHONE_WIDTH
  const diagonal = Math.max(1, Math.hypot(width, height))
  const pixelMm = ((inch ?? (isHeld ? PHONE_INCH : WALL_INCH)) * MM_PER_INCH) / diagonal
  const distanceMm = isHeld ? PHONE_DISTANCE_MM : WALL_DISTANCE_MM
  const capital = heightOf(distanceMm, LEAST_ARC) / pixelMm
  return { pixelMm, distanceMm, capital, size: capital / CAPITALS }
}
