import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { WallOptions } from './wallOptions.ts'
import { type RankedTile, TILE_RANKS, type TileRank } from './tileRank.ts'

const byName = new Intl.Collator('en', { numeric: true }).compare

/** Whether a service is among those that the address asks for. */
export function isWanted(
  { team, tier, labels }: ServiceRow,
  wanted: Pick<WallOptions, 'teams' | 'tiers' | 'labels'>,
): boolean {
  if (wanted.teams.length > 0 && (team === null || !wanted.teams.includes(team))) return false
  if (wanted.tiers.length > 0 && (tier === null || !wanted.tiers.includes(tier))) return false
  const names = new Set(wanted.labels.map(({ name }) => name))
  return [...names].every((name) =>
    wanted.labels.some((label) => label.name === name && labels?.[name] === label.value),
  )
}

/** What a service last was, where nothing is known of it now. */
const lastLight = ({ light, lastKnown }: ServiceRow): Light =>
  light === 'unknown' ? (lastKnown?.light ?? 'unknown') : light

function rankOf(row: ServiceRow, light: Light, redRoots: ReadonlySet<string>): TileRank {
  if (light !== 'red') return light
  const root = row.cascade?.root ?? null
  return root !== null && redRoots.has(root) ? 'under' : 'root'
}

const knownPlace = (row: ServiceRow): number => {
  const last = lastLight(row)
  return last === 'unknown' ? TILE_RANKS.length : TILE_RANKS.indexOf(last === 'red' ? 'root' : last)
}

const dragsDown = ({ cascade }: ServiceRow): number => cascade?.affected.length ?? 0

/**
 * The services of a wall in the order of their tiles: the rank first; among red ones whoever drags most others down,
 * then the tier; then the name, so that a tile keeps its place while its light stays. `isOld`: nothing on the wall is
 * of the present; then each stands where it last stood, so that a wall that goes blind does not change its picture.
 */
export function wallOrder(rows: Iterable<ServiceRow>, isOld: boolean): readonly RankedTile[] {
  const all = [...rows]
  const lightOf = isOld ? lastLight : ({ light }: ServiceRow): Light => light
  const redRoots = new Set(
    all
      .filter((row) => lightOf(row) === 'red' && (row.cascade?.root ?? null) === null)
      .map(({ name }) => name),
  )
  return all
    .map((row) => ({ row, rank: rankOf(row, lightOf(row), redRoots) }))
    .toSorted((a, b) => {
      const rank = TILE_RANKS.indexOf(a.rank) - TILE_RANKS.indexOf(b.rank)
      if (rank !== 0) return rank
      const grave =
        a.rank === 'green' ? 0 : dragsDown(b.row) - dragsDown(a.row) || knownPlace(a.row) - knownPlace(b.row)
      // Infinity − Infinity is NaN, which falls through like 0.
      const tier = a.rank === 'green' ? 0 : (a.row.tier ?? Infinity) - (b.row.tier ?? Infinity)
      return grave || tier || byName(a.row.name, b.row.name)
    })
    .map(({ row, rank }) => ({ name: row.name, rank }))
}
