import { useMemo } from 'react'
import { isWanted, wallOrder } from '#src/domain/wall/wallOrder.ts'
import type { WallOptions } from '#src/domain/wall/wallOptions.ts'
import type { RankedTile } from '#src/domain/wall/tileRank.ts'
import { isOldSight, type WallShare, wallShare } from '#src/domain/wall/wallStrip.ts'
import { useWatch } from '#src/state/useWatch.ts'
import type { WatchState } from '#src/state/watchStore.ts'

/** Which services are on the wall, in the order of their tiles, and what is not. */
export type WallOrder = {
  readonly tiles: readonly RankedTile[]
  readonly share: WallShare
  /** Nothing on the wall is of the present. */
  readonly isOld: boolean
}

type Wanted = Pick<WallOptions, 'teams' | 'tiers' | 'labels'>

/** The order of a state: the same object for as long as it is the same order, however often rows change. */
function orderOf(wanted: Wanted): (state: WatchState) => WallOrder {
  let of: { rows: WatchState['rows']; isOld: boolean } | null = null
  let told: { order: WallOrder; text: string } | null = null
  return (state) => {
    const isOld = isOldSight(state)
    if (told !== null && of?.rows === state.rows && of.isOld === isOld) return told.order
    const rows = [...state.rows.values()]
    const order = {
      tiles: wallOrder(
        rows.filter((row) => isWanted(row, wanted)),
        isOld,
      ),
      share: wallShare(rows, (row) => isWanted(row, wanted)),
      isOld,
    }
    const text = JSON.stringify(order)
    if (told === null || told.text !== text) told = { order, text }
    of = { rows: state.rows, isOld }
    return told.order
  }
}

/** The wall's order, drawn again only when some tile moves, comes or goes, or a count changes. */
export function useWallOrder(options: WallOptions): WallOrder {
  const { teams, tiers, labels } = options
  const select = useMemo(() => orderOf({ teams, tiers, labels }), [teams, tiers, labels])
  return useWatch(select)
}
