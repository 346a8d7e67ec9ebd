import { useMemo, useState } from 'react'
import { bestTiles, holds } from '#src/domain/wall/bestTiles.ts'
import { demandsOf, sizeReadFrom } from '#src/domain/wall/demandsOf.ts'
import type { Demands } from '#src/domain/wall/fitBand.ts'
import type { MeasuredTile } from '#src/domain/wall/fitTiles.ts'
import type { Sight } from '#src/domain/wall/legibility.ts'
import { measureName } from '#src/domain/wall/nameLines.ts'
import type { TilePlace } from '#src/domain/wall/placeTiles.ts'
import type { WallOptions } from '#src/domain/wall/wallOptions.ts'
import { wallPages } from '#src/domain/wall/wallPages.ts'
import type { RankedTile } from '#src/domain/wall/tileRank.ts'
import { charWidthsOf } from './charWidths.ts'
import type { Box } from './useBox.ts'
import { type Turning, usePageTurn } from './usePageTurn.ts'

/** Green recedes. As `tile.module.css` sets names. */
const WEIGHT = { green: 400, others: 600 } as const
/** Where a window is too small for type that can be read there is still a picture of it. */
const SMALLEST = 5

const placed = (tiles: readonly MeasuredTile[], room: Box, demands: Demands): readonly TilePlace[] =>
  bestTiles(tiles, room, demands) ?? bestTiles(tiles, room, { ...demands, least: SMALLEST }) ?? []

/** How the tiles of the wall stand. */
export type WallLayout = {
  readonly places: readonly TilePlace[]
  readonly pages: number
  readonly turning: Turning
  /** From how many metres the smallest name is read; null while there is none. */
  readonly metres: number | null
}

type Given = {
  readonly tiles: readonly RankedTile[]
  readonly options: WallOptions
  /** The whole screen and how it is read, and the room for tiles; null until they are known. */
  readonly screen: { readonly box: Box; readonly sight: Sight } | null
  readonly room: Box | null
}

/** Lays the tiles out: anew only when their order, the room or an option changes, never because a row did. */
export function useWallLayout({ tiles, options, screen, room }: Given): WallLayout {
  const [light] = useState(() => charWidthsOf(WEIGHT.green))
  const [bold] = useState(() => charWidthsOf(WEIGHT.others))
  const { zoom, columns, rotate } = options
  const measured = useMemo(
    () =>
      tiles.map(({ name, rank }) => ({ rank, measured: measureName(name, rank === 'green' ? light : bold) })),
    [tiles, light, bold],
  )
  const demands = useMemo(
    () => (screen === null ? null : demandsOf(screen.sight, screen.box, { zoom, columns })),
    [screen, zoom, columns],
  )
  const pages = useMemo(() => {
    if (room === null || demands === null) return [measured]
    return wallPages(measured, (some) => holds(some, room, demands))
  }, [measured, room, demands])
  const turning = usePageTurn(pages.length, rotate)
  const shown = pages[turning.page] ?? measured
  const places = useMemo(
    () => (room === null || demands === null || room.height < 1 ? [] : placed(shown, room, demands)),
    [shown, room, demands],
  )
  const metres =
    screen === null || places.length === 0
      ? null
      : sizeReadFrom(Math.min(...places.map(({ size }) => size)), screen.sight) / 1000
  return { places, pages: pages.length, turning, metres }
}
