import { type MeasuredName, MOST_LINES } from './nameLines.ts'
import { isRedRank, type TileRank } from './tileRank.ts'

/** What tiles have to hold; lengths in CSS pixels. */
export type Demands = {
  /** Type that is read from where people sit, and the height of its capitals. */
  readonly size: number
  readonly capital: number
  /** Type is never smaller than this, and never larger. */
  readonly least: number
  readonly most: number
  readonly gap: number
  /** How many tiles stand side by side below the red ones; null: as many as may. */
  readonly columns: number | null
  /** So many characters of a name are shown at the least: of fewer it is not known again. */
  readonly keep: number
}

/** How much is asked for at once: given up step by step where a screen is too small for it. */
export type Ambition = {
  /** Characters of a name that are shown at the least; Infinity: all. */
  readonly keep: number
  /** Who has a line of its reason: all that is not green, what is red for itself, or nobody for sure. */
  readonly reasons: 'all' | 'root' | 'none'
  /** Whose letters are read from where people sit: of all that is not green, of what is red, or of none for sure. */
  readonly letters: 'all' | 'red' | 'none'
}

/** Tiles of one rank. */
export type Band = {
  readonly rank: TileRank
  readonly names: readonly MeasuredName[]
  /** What the longest of the names needs, by number of lines less one. */
  readonly needs: readonly number[]
}

/** A band's least tile for a size of type, and how its parts lie in it. */
export type BandFit = {
  readonly rank: TileRank
  readonly size: number
  readonly width: number
  readonly height: number
  /** The height of the light's letter. */
  readonly capital: number
  /** True: the light's shape lies under its letter, not beside it. */
  readonly stacked: boolean
  readonly pad: number
}

/** How much larger than that of a green tile the type is. */
const LARGER: Readonly<Record<TileRank, number>> = {
  root: 1.95,
  under: 1.3,
  orange: 1.25,
  unknown: 1.15,
  green: 1,
}

export const LINE = 1.15
const INFO = 0.62
export const INFO_LINE = 1.3
/** A character is about so wide. */
const CHARACTER = 0.62
/** Under so few on a line nobody recognises a name. */
const LEAST_ON_LINE = 6
/** The shape beside its letter or under it, and what lies between; as shares of the letter's height. */
const SHAPE = { beside: 1.1, under: 0.75, gap: 0.15 } as const
const LETTER_HEIGHT = 1.1

/** How wide the letter of a rank is; `?`, which any tile may come to show, is narrower than all of them. */
const LETTER_WIDTH: Readonly<Record<TileRank, number>> = {
  root: 1.15,
  under: 1.15,
  orange: 1.5,
  unknown: 1,
  green: 1.25,
}

/** A light's mark in its tile. */
export type Mark = {
  readonly width: number
  readonly height: number
  readonly letter: { readonly width: number; readonly height: number }
  /** The edge of the shape, and how far it is from the letter. */
  readonly shape: number
  readonly gap: number
}

/** The mark of a rank whose letter has capitals of a height; `stacked`: its shape lies under it. */
export function markOf(rank: TileRank, capital: number, stacked: boolean): Mark {
  const letter = { width: capital * LETTER_WIDTH[rank], height: capital * LETTER_HEIGHT }
  const shape = capital * (stacked ? SHAPE.under : SHAPE.beside)
  const gap = capital * SHAPE.gap
  return {
    width: stacked ? Math.max(letter.width, shape) : letter.width + gap + shape,
    height: stacked ? letter.height + gap + shape : Math.max(letter.height, shape),
    letter,
    shape,
    gap,
  }
}

/** Type of a rank at a scale, which is the size of type in green tiles. */
const sizeAt = (rank: TileRank, scale: number, { most }: Demands): number =>
  Math.min(most, LARGER[rank] * scale)

/** The scale at which type of a rank has a size. */
export const scaleOf = (rank: TileRank, size: number): number => size / LARGER[rank]

function capitalAt(rank: TileRank, size: number, demands: Demands, { letters }: Ambition): number {
  const own = 0.8 * size
  if (rank === 'green') return own
  const isRead = letters === 'all' || (letters === 'red' && isRedRank(rank))
  return Math.max(own, isRead ? demands.capital : Math.min(demands.capital, 1.1 * size))
}

const padOf = (size: number): number => Math.max(4, Math.round(size * 0.18))

/** The width that names need on so many lines, as a share of the type's size. */
function namesWidth({ needs }: Band, lines: number, keep: number): number {
  const widest = needs[lines - 1] ?? 0
  if (keep === Infinity) return widest
  return Math.min(widest, Math.max(keep / lines, LEAST_ON_LINE) * CHARACTER)
}

/** The type of what is said besides the name: never under four fifths of the least, and no larger than is read from the seats. */
export const infoSize = (size: number, { least, size: read }: Demands): number =>
  Math.max(0.8 * least, Math.min(INFO * size, read))

const saysWhy = (rank: TileRank, { reasons }: Ambition): boolean =>
  reasons === 'all' ? rank !== 'green' : reasons === 'root' && rank === 'root'

/** All ways to lay out the tiles of a band at a scale. */
function layouts(band: Band, scale: number, demands: Demands, ambition: Ambition): readonly BandFit[] {
  const { rank } = band
  const size = sizeAt(rank, scale, demands)
  const capital = capitalAt(rank, size, demands, ambition)
  const pad = padOf(size)
  const info = saysWhy(rank, ambition) ? INFO_LINE * infoSize(size, demands) : 0
  return [false, true].flatMap((stacked) => {
    const mark = markOf(rank, capital, stacked)
    return Array.from({ length: MOST_LINES }, (_, i) => ({
      rank,
      size,
      capital,
      stacked,
      pad,
      width: 2 * pad + mark.width + pad + namesWidth(band, i + 1, ambition.keep) * size,
      height: 2 * pad + Math.max(mark.height, (i + 1) * LINE * size + info),
    }))
  })
}

/** How a band's tiles stand: of so many columns and rows. */
export type Rows = { readonly columns: number; readonly rows: number }

/** How many tiles of a width stand side by side, and how many rows that makes; null where not even one does. */
function rowsOf(band: Band, width: number, room: number, { gap, columns }: Demands): Rows | null {
  const fitting = Math.floor((room + gap) / (width + gap))
  const isRed = isRedRank(band.rank)
  if (fitting < 1 || (columns !== null && !isRed && fitting < columns)) return null
  const most = columns === null ? fitting : Math.min(fitting, columns)
  const rows = Math.ceil(band.names.length / most)
  // Evenly over the rows; where the columns were asked for, they stay.
  return { columns: columns === null || isRed ? Math.ceil(band.names.length / rows) : columns, rows }
}

/** The layout of a band that takes the least height, and is at least as large as what stands below it. */
export function leastBand(
  band: Band,
  scale: number,
  width: number,
  demands: Demands,
  ambition: Ambition,
  below: { readonly width: number; readonly height: number },
): { readonly fit: BandFit; readonly rows: Rows } | null {
  let best: { fit: BandFit; rows: Rows; all: number } | null = null
  for (const layout of layouts(band, scale, demands, ambition)) {
    const fit = {
      ...layout,
      width: Math.max(layout.width, Math.min(below.width, width)),
      height: Math.max(layout.height, below.height),
    }
    const rows = rowsOf(band, fit.width, width, demands)
    if (rows === null) continue
    const all = rows.rows * (fit.height + demands.gap)
    if (best === null || all < best.all) best = { fit, rows, all }
  }
  return best
}
