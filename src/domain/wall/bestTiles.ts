import type { Ambition, Demands } from './fitBand.ts'
import { bandsOf, canFit, type Fit, fitBands, type MeasuredTile, type Room } from './fitTiles.ts'
import { placeTiles, type TilePlace } from './placeTiles.ts'
import { isRedRank } from './tileRank.ts'

const KEEPS = [Infinity, 18, 15, 12, 9, 6]
const AMBITIONS: readonly Ambition[] = KEEPS.flatMap((keep) =>
  (['all', 'root', 'none'] as const).flatMap((reasons) =>
    (['all', 'red', 'none'] as const).map((letters) => ({ keep, reasons, letters })),
  ),
)

/** Reasons, and letters that are read from the seats, are worth that much of size. */
const REASONS_WORTH = { all: 1.26, root: 1.2, none: 1 } as const
const LETTERS_WORTH = { all: 1.6, red: 1.45, none: 1 } as const
/** A name that is cut is read more slowly than what it still holds of it. */
const CUT_WORTH = 0.7
/** What is red counts for so many others. */
const RED_WORTH = 4

/** Whose reasons have a line, whatever was asked for. */
function reasonsIn(places: readonly TilePlace[]): keyof typeof REASONS_WORTH {
  const without = places.filter(({ info, rank }) => info === null && rank !== 'green')
  if (without.length === 0) return 'all'
  return without.some(({ rank }) => rank === 'root') ? 'none' : 'root'
}

/** How much of a name is there to be read. */
function keptOf({ name, lines, isCut }: TilePlace): number {
  if (!isCut) return 1
  // The mark of what was left out is no character; a name may also be whole, and broken where no line ends.
  return (CUT_WORTH * (Array.from(lines.join('')).length - 1)) / Math.max(1, Array.from(name).length)
}

function meanKept(places: readonly TilePlace[]): number {
  let [kept, of] = [0, 0]
  for (const place of places) {
    const worth = isRedRank(place.rank) ? RED_WORTH : 1
    kept += worth * keptOf(place)
    of += worth
  }
  return kept / of
}

/** What a layout is worth: size up to what is read from the seats, times how much of the names is read there. */
function worthOf(fit: Fit, places: readonly TilePlace[], { letters }: Ambition, { size }: Demands): number {
  const seen = fit.size / size
  const sized = seen <= 1 ? seen ** 0.6 : 1 + (seen - 1) * 0.1
  return sized * meanKept(places) ** 2 * REASONS_WORTH[reasonsIn(places)] * LETTERS_WORTH[letters]
}

/** Whether a page can hold some tiles. */
export const holds = (tiles: readonly MeasuredTile[], room: Room, demands: Demands): boolean =>
  canFit(tiles, room, demands)

/**
 * The best way to lay tiles out in a room, in the order in which they are given, which is that of their ranks. Null
 * where the room holds them in no way, and of no tiles.
 */
export function bestTiles(
  tiles: readonly MeasuredTile[],
  room: Room,
  demands: Demands,
): readonly TilePlace[] | null {
  const bands = bandsOf(tiles)
  if (bands.length === 0) return null
  let best: { places: readonly TilePlace[]; worth: number } | null = null
  for (const ambition of AMBITIONS.filter(({ keep }) => keep >= demands.keep)) {
    const fit = fitBands(bands, room, demands, ambition)
    if (fit === null) continue
    const places = placeTiles(fit, demands)
    const worth = worthOf(fit, places, ambition, demands)
    if (best === null || worth > best.worth) best = { places, worth }
  }
  return best?.places ?? null
}
