import type { MeasuredTile } from '#src/domain/wall/fitTiles.ts'
import { measureName, usualCharWidth } from '#src/domain/wall/nameLines.ts'
import { TILE_RANKS, type TileRank } from '#src/domain/wall/tileRank.ts'

const NAMES = [
  'payments',
  'orders',
  'stock-keeper',
  'customer-profile',
  'recommendation-engine',
  'mail-relay',
]

/** So many services of each rank, in the order of a wall, under names as teams give them. */
export function sampleTiles(counts: Partial<Readonly<Record<TileRank, number>>>): readonly MeasuredTile[] {
  return TILE_RANKS.flatMap((rank) =>
    Array.from({ length: counts[rank] ?? 0 }, (_, i) => ({
      rank,
      measured: measureName(
        `${NAMES[i % NAMES.length]}-${i + 100 * TILE_RANKS.indexOf(rank)}`,
        usualCharWidth,
      ),
    })),
  )
}

/** A bad day among so many services. */
export const badDayOf = (n: number): readonly MeasuredTile[] => {
  const share = (part: number): number => Math.round(n * part)
  const [root, under, orange, unknown] = [share(0.1), share(0.05), share(0.15), share(0.05)]
  return sampleTiles({ root, under, orange, unknown, green: n - root - under - orange - unknown })
}
