import { INFO_LINE, infoSize, LINE, markOf, type Demands } from './fitBand.ts'
import type { Fit, PlacedBand } from './fitTiles.ts'
import { type MeasuredName, MOST_LINES, setName, type SetName } from './nameLines.ts'
import type { TileRank } from './tileRank.ts'

/** Where in a tile more than the name is said, and on how many lines; null: nowhere. */
export type InfoPlace = {
  readonly size: number
  readonly lines: number
  /** True: to the right of the name, where the tile is wide and low. */
  readonly beside: boolean
}

/** A tile's place in its room, and how what it holds is set. Lengths in CSS pixels. */
export type TilePlace = {
  readonly name: string
  readonly rank: TileRank
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly pad: number
  /** Of the name. */
  readonly size: number
  readonly lines: readonly string[]
  readonly isCut: boolean
  /** The height of the light's letter, and whether its shape stands under it. */
  readonly capital: number
  readonly stacked: boolean
  readonly info: InfoPlace | null
}

type Box = { readonly width: number; readonly height: number }

/** A reason wants so many times its own size, and is set smaller for it; less than the least says nothing. */
const WANTED_WIDTH = 16
const LEAST_WIDTH = 12
/** More is not read from afar. */
const MOST_INFO = 4

/** Tiles are cut down to whole pixels: a line that was counted on is not lost for one. */
const LOST = 1

/** What is said in a box: as large as may be, but so that a line says something; null where not even one does. */
function infoIn({ width, height }: Box, largest: number, smallest: number): Omit<InfoPlace, 'beside'> | null {
  const size = Math.max(smallest, Math.min(largest, width / WANTED_WIDTH))
  const lines = Math.min(MOST_INFO, Math.floor((height + LOST) / (INFO_LINE * size)))
  return lines < 1 || width < LEAST_WIDTH * size ? null : { size, lines }
}

/** How much is left in a tile for more than its name, which takes so much of its text. */
function infoOf({ size, pad }: PlacedBand, text: Box, name: Box, demands: Demands): InfoPlace | null {
  const [largest, smallest] = [infoSize(size, demands), infoSize(0, demands)]
  const below = infoIn({ width: text.width, height: text.height - name.height }, largest, smallest)
  const beside = infoIn({ width: text.width - name.width - 2 * pad, height: text.height }, largest, largest)
  // Under the name a line is as wide as the tile: it is given up only where that saves nothing.
  if (below !== null && below.lines >= Math.min(2, beside?.lines ?? 0)) return { ...below, beside: false }
  return beside === null ? null : { ...beside, beside: true }
}

/** A long name is set that much smaller before it is cut: a red one, which is larger, by more. */
const SMALLER = [0.93, 0.87, 0.81]
const SMALLER_RED = [0.92, 0.85, 0.78, 0.71, 0.65, 0.6]

type Sized = SetName & { readonly size: number }

/** A name in a tile's text: whole, if need be in smaller type; else cut. */
function sizedName(measured: MeasuredName, { rank, size }: PlacedBand, text: Box, { least }: Demands): Sized {
  const setAt = (own: number): Sized => {
    const lines = Math.max(1, Math.min(MOST_LINES, Math.floor(text.height / (LINE * own) + 1e-9)))
    return { ...setName(measured, text.width / own, lines), size: own }
  }
  const first = setAt(size)
  if (!first.isCut) return first
  const smaller = (rank === 'root' ? SMALLER_RED : SMALLER).map((factor) => Math.max(least, size * factor))
  return smaller.map(setAt).find(({ isCut }) => !isCut) ?? first
}

function placeBand(band: PlacedBand, demands: Demands): readonly TilePlace[] {
  const { rank, size, pad, width, height, capital, stacked, columns, top } = band
  const mark = markOf(rank, capital, stacked)
  const text = { width: width - 3 * pad - mark.width, height: height - 2 * pad }
  const set = band.names.map((measured) => sizedName(measured, band, text, demands))
  const widest = Math.max(...set.map((one) => one.width * one.size))
  const highest = Math.max(...set.map(({ lines, size: own }) => lines.length * LINE * own))
  const info = infoOf(band, text, { width: widest, height: highest }, demands)
  return band.names.map(({ name }, i) => ({
    name,
    rank,
    x: (i % columns) * (width + demands.gap),
    y: top + Math.floor(i / columns) * (height + demands.gap),
    width,
    height,
    pad,
    size: set[i]?.size ?? size,
    capital,
    stacked,
    info,
    lines: set[i]?.lines ?? [name],
    isCut: set[i]?.isCut ?? false,
  }))
}

/** The tiles of a fit, each in its place; within a band all are set alike. */
export const placeTiles = (fit: Fit, demands: Demands): readonly TilePlace[] =>
  fit.bands.flatMap((band) => placeBand(band, demands))
