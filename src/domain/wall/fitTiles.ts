import {
  type Ambition,
  type Band,
  type BandFit,
  type Demands,
  leastBand,
  type Rows,
  scaleOf,
} from './fitBand.ts'
import { type MeasuredName, MOST_LINES } from './nameLines.ts'
import { TILE_RANKS, type TileRank } from './tileRank.ts'

/** A tile whose name was measured. */
export type MeasuredTile = { readonly rank: TileRank; readonly measured: MeasuredName }

/** A place for tiles, in CSS pixels. */
export type Room = { readonly width: number; readonly height: number }

/** All tiles of one rank: equal in size, row by row. */
export type PlacedBand = BandFit & Rows & { readonly top: number; readonly names: readonly MeasuredName[] }

export type Fit = {
  readonly bands: readonly PlacedBand[]
  /** The smallest type that a name is set in. */
  readonly size: number
}

/** A red tile is that much higher than what stands below it, whatever the names in it. */
const HIGHER = 1.15

const STEPS = 14

type Laid = readonly { readonly fit: BandFit; readonly rows: Rows; readonly band: Band }[]

/** The bands at a scale, from below, as each is at least as large as the one under it; null where they do not fit. */
function layAt(
  bands: readonly Band[],
  scale: number,
  room: Room,
  demands: Demands,
  ambition: Ambition,
): Laid | null {
  const laid: { fit: BandFit; rows: Rows; band: Band }[] = []
  let [below, used] = [{ width: 0, height: 0 }, -demands.gap]
  for (const band of bands.toReversed()) {
    const higher = band.rank === 'root' ? HIGHER : 1
    const least = { width: below.width, height: below.height * higher }
    const one = leastBand(band, scale, room.width, demands, ambition, least)
    if (one === null) return null
    laid.push({ ...one, band })
    below = one.fit
    used += one.rows.rows * (one.fit.height + demands.gap)
    if (used > room.height) return null
  }
  return laid.toReversed()
}

/** What lies lowest has the smallest type: that may not be smaller than the least. */
function leastScale(bands: readonly Band[], { least }: Demands): number {
  const lowest = bands.at(-1)
  return lowest === undefined ? least : scaleOf(lowest.rank, least)
}

/** The largest scale at which the bands fit, between the least and the most that type may be. */
function largest(bands: readonly Band[], room: Room, demands: Demands, ambition: Ambition): Laid | null {
  let [low, high] = [leastScale(bands, demands), demands.most]
  let best = layAt(bands, low, room, demands, ambition)
  if (best === null) return null
  for (let i = 0; i < STEPS; i++) {
    const scale = (low + high) / 2
    const laid = layAt(bands, scale, room, demands, ambition)
    if (laid === null) high = scale
    else [low, best] = [scale, laid]
  }
  return best
}

const smallest = (laid: Laid): number => Math.min(...laid.map(({ fit }) => fit.size))

/** Gives the bands what is left over, in proportion; none becomes larger than the one above it. */
function stretched(laid: Laid, room: Room, { gap }: Demands): readonly PlacedBand[] {
  const allRows = laid.reduce((n, { rows }) => n + rows.rows, 0)
  const least = laid.reduce((n, { rows, fit }) => n + rows.rows * fit.height, 0)
  const factor = (room.height - (allRows - 1) * gap) / least
  const placed: PlacedBand[] = []
  let top = 0
  for (const { fit, rows, band } of laid) {
    const above = placed.at(-1)
    const even = (room.width - (rows.columns - 1) * gap) / rows.columns
    const width = Math.floor(Math.min(even, above?.width ?? Infinity))
    const height = Math.floor(fit.height * factor)
    placed.push({ ...fit, ...rows, width, height, top, names: band.names })
    top += rows.rows * (height + gap)
  }
  return placed
}

/** Tiles by their ranks. */
export function bandsOf(tiles: readonly MeasuredTile[]): readonly Band[] {
  return TILE_RANKS.flatMap((rank) => {
    const names = tiles.filter((tile) => tile.rank === rank).map(({ measured }) => measured)
    if (names.length === 0) return []
    const needs = Array.from({ length: MOST_LINES }, (_, i) =>
      Math.max(...names.map((name) => name.needs[i] ?? 0)),
    )
    return [{ rank, names, needs }]
  })
}

/**
 * Fits bands into a room, all as large as can be where that much is asked for. Null where type would have to be smaller
 * than the least.
 */
export function fitBands(
  bands: readonly Band[],
  room: Room,
  demands: Demands,
  ambition: Ambition,
): Fit | null {
  const laid = largest(bands, room, demands, ambition)
  return laid === null ? null : { bands: stretched(laid, room, demands), size: smallest(laid) }
}

/** Whether tiles fit into a room at all, in the least type and with no more of their names than has to be. */
export function canFit(tiles: readonly MeasuredTile[], room: Room, demands: Demands): boolean {
  const bands = bandsOf(tiles)
  const ambition = { keep: demands.keep, reasons: 'none', letters: 'none' } as const
  return layAt(bands, leastScale(bands, demands), room, demands, ambition) !== null
}
