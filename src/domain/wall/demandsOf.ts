import type { Demands } from './fitBand.ts'
import { CAPITALS, readableFrom, type Sight, WALL_DISTANCE_MM } from './legibility.ts'
import type { WallOptions } from './wallOptions.ts'

/**
 * The least type of a wall as a share of its diagonal: what is read from a metre and a half on a TV of 55 inch. All services
 * are to be in view, and two hundred names cannot be read from five metres on any screen.
 */
const LEAST_OF_DIAGONAL = 0.0072
/** Below this no screen draws letters well. */
const LEAST_SIZE = 11
/** Of each name so many characters are kept: on a wall all services have to be in view, in the hand pages are turned. */
const KEPT_ON_WALL = 6
const KEPT_IN_HAND = 9
/** Larger than so many times what is read from the seats is of no use to anybody. */
const MOST_TIMES = 2.5
const GAP_OF_DIAGONAL = 0.0028

/** What tiles have to hold on a screen of `width` × `height` CSS pixels that is read like this. */
export function demandsOf(
  { size, capital, distanceMm }: Sight,
  { width, height }: { readonly width: number; readonly height: number },
  { zoom, columns }: Pick<WallOptions, 'zoom' | 'columns'>,
): Demands {
  const diagonal = Math.hypot(width, height)
  return {
    size: size * zoom,
    capital: capital * zoom,
    least: Math.max(LEAST_SIZE, LEAST_OF_DIAGONAL * diagonal) * zoom,
    most: Math.max(LEAST_SIZE, size * MOST_TIMES) * zoom,
    gap: Math.max(3, Math.round(GAP_OF_DIAGONAL * diagonal)),
    columns,
    keep: distanceMm < WALL_DISTANCE_MM ? KEPT_IN_HAND : KEPT_ON_WALL,
  }
}

/** From how many mm away type of a size is just read. */
export const sizeReadFrom = (size: number, { pixelMm }: Sight): number =>
  readableFrom(size * CAPITALS * pixelMm)
