/**
 * How much a service asks for on a wall: suspected roots and whatever is red for itself; what a root drags down; then
 * the other lights.
 */
export type TileRank = 'root' | 'under' | 'orange' | 'unknown' | 'green'

/** The largest first: the order of the bands on the screen. */
export const TILE_RANKS: readonly TileRank[] = ['root', 'under', 'orange', 'unknown', 'green']

/** A service on the wall, before its place is known. */
export type RankedTile = { readonly name: string; readonly rank: TileRank }

/** Red, whoever's fault it is. */
export const isRedRank = (rank: TileRank): boolean => rank === 'root' || rank === 'under'
