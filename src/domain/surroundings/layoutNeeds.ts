import type { Neighbour, Need } from './surroundings.ts'
import { needColumns } from './needColumns.ts'

/** A place on the grid: columns from 0 at the left, rows from 0 at the top; a row may lie between two of another column. */
export type Place = { readonly column: number; readonly row: number }

export type NeedsLayout = {
  readonly columns: number
  readonly rows: number
  readonly nodes: readonly (Neighbour & Place)[]
  /** Each need with the places that its line goes through, from who needs to what is needed. */
  readonly lines: readonly (Need & {
    readonly places: readonly Place[]
    /** It closes a circle: its line goes from right to left. */
    readonly isBackward: boolean
  })[]
}

/** What stands in a column: a neighbour, or the way of a line past it. */
type Item = { readonly id: string; readonly column: number }

type Chains = { readonly items: readonly Item[]; readonly chains: ReadonlyMap<Need, readonly string[]> }

/** Sweeps from left to right and back: more change next to nothing (Sugiyama, Tagawa, Toda 1981). */
const SWEEPS = 4

const wayId = (need: Need, column: number): string => JSON.stringify([need.from, need.to, column])

/** Every line in steps of one column; of a longer one each step in between holds a place free. */
function chainsOf(needs: readonly Need[], columnOf: ReadonlyMap<string, number>): Chains {
  const items = [...columnOf].map(([id, column]): Item => ({ id, column }))
  const chains = new Map<Need, readonly string[]>()
  for (const need of needs) {
    const [from, to] = [columnOf.get(need.from) ?? 0, columnOf.get(need.to) ?? 0]
    const between = Array.from({ length: Math.max(0, to - from - 1) }, (_, i) => from + 1 + i)
    for (const column of between) items.push({ id: wayId(need, column), column })
    chains.set(need, [need.from, ...between.map((column) => wayId(need, column)), need.to])
  }
  return { items, chains }
}

type Joined = ReadonlyMap<string, readonly string[]>

function joinedOf(chains: Iterable<readonly string[]>): Joined {
  const joined = new Map<string, string[]>()
  for (const chain of chains) {
    for (const [i, id] of chain.entries()) {
      const beside = [chain[i - 1], chain[i + 1]].filter((other) => other !== undefined)
      joined.set(id, [...(joined.get(id) ?? []), ...beside])
    }
  }
  return joined
}

/** Puts a column into the order of the middles of what each item is joined to in the column before. */
function ordered(column: readonly string[], before: readonly string[], joined: Joined): readonly string[] {
  const rowOf = new Map(before.map((id, row) => [id, row]))
  const middles = new Map(
    column.map((id, row) => {
      const rows = (joined.get(id) ?? []).flatMap((other) => rowOf.get(other) ?? [])
      const sum = rows.reduce((total, one) => total + one, 0)
      // What is joined to nothing there stays where it was.
      return [id, rows.length === 0 ? row : sum / rows.length]
    }),
  )
  return column.toSorted((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0))
}

function untangled(columns: readonly (readonly string[])[], joined: Joined): readonly (readonly string[])[] {
  const now = [...columns]
  const last = now.length - 1
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let i = 1; i <= last; i++) {
      const [at, before] = sweep % 2 === 0 ? [i, i - 1] : [last - i, last - i + 1]
      now[at] = ordered(now[at] ?? [], now[before] ?? [], joined)
    }
  }
  return now
}

/** Every column centred on the tallest. */
function placesOf(columns: readonly (readonly string[])[]): ReadonlyMap<string, Place> {
  const rows = Math.max(0, ...columns.map((column) => column.length))
  return new Map(
    columns.flatMap((ids, column) =>
      ids.map((id, i) => [id, { column, row: i + (rows - ids.length) / 2 }] as const),
    ),
  )
}

/**
 * Lays out what is around a service in columns: what needs it left of it, what it needs right of it, every need going from
 * left to right but those that close a circle. No two stand in one place, lines that pass a column keep a place in it, and
 * the order within columns keeps crossings few (barycentre method). Empty where `centre` is not among the neighbours.
 */
export function layoutNeeds(
  centre: string,
  neighbours: readonly Neighbour[],
  needs: readonly Need[],
): NeedsLayout {
  const unique = new Map(neighbours.map((one) => [one.name, one]))
  if (!unique.has(centre)) return { columns: 0, rows: 0, nodes: [], lines: [] }
  const known = needs.filter(({ from, to }) => from !== to && unique.has(from) && unique.has(to))
  const drawn = [...new Map(known.map((need) => [JSON.stringify([need.from, need.to]), need])).values()]
  const { columnOf, backward } = needColumns(centre, [...unique.keys()], drawn)
  const { items, chains } = chainsOf(
    drawn.filter((need) => !backward.has(need)),
    columnOf,
  )
  const first = Math.min(...columnOf.values())
  const count = Math.max(...columnOf.values()) - first + 1
  const columns = Array.from({ length: count }, (_, i) =>
    items.filter(({ column }) => column === first + i).map(({ id }) => id),
  )
  const places = placesOf(untangled(columns, joinedOf(chains.values())))
  const nowhere = { column: 0, row: 0 }
  const placeOf = (id: string): Place => places.get(id) ?? nowhere
  return {
    columns: count,
    rows: Math.max(...columns.map((column) => column.length)),
    nodes: [...unique.values()].map(({ name, light, kind }) => {
      const { column, row } = placeOf(name)
      return { name, light, kind, column, row }
    }),
    lines: drawn.map((need) => ({
      from: need.from,
      to: need.to,
      by: need.by,
      places: (chains.get(need) ?? [need.from, need.to]).map(placeOf),
      isBackward: backward.has(need),
    })),
  }
}
