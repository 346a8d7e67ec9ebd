/** That `from` needs `to`. */
export type Edge = { readonly from: string; readonly to: string }

export type Columns = {
  /** By name: 0 for the service itself, −1 and less for what needs it, 1 and more for what it needs. */
  readonly columnOf: ReadonlyMap<string, number>
  /** Needs that close a circle: they go from right to left, else nothing could stand left of what it needs. */
  readonly backward: ReadonlySet<Edge>
}

type Graph = ReadonlyMap<string, readonly Edge[]>

function groupedBy(edges: readonly Edge[], end: keyof Edge): Graph {
  const groups = new Map<string, Edge[]>()
  for (const edge of edges) groups.set(edge[end], [...(groups.get(edge[end]) ?? []), edge])
  return groups
}

/** The edges that lead back to where a walk from `starts` along `edges`, or against them, comes from (depth-first search). */
function backEdges(starts: readonly string[], edges: readonly Edge[], against: boolean): ReadonlySet<Edge> {
  const next = groupedBy(edges, against ? 'to' : 'from')
  const back = new Set<Edge>()
  const state = new Map<string, 'open' | 'done'>()
  const visit = (name: string): void => {
    state.set(name, 'open')
    for (const edge of next.get(name) ?? []) {
      const other = against ? edge.from : edge.to
      const its = state.get(other)
      if (its === 'open') back.add(edge)
      else if (its === undefined) visit(other)
    }
    state.set(name, 'done')
  }
  for (const name of starts) if (!state.has(name)) visit(name)
  return back
}

/** The edges without those that close a circle: of what the service needs, of what needs it, and of all else. */
function withoutCircles(centre: string, names: readonly string[], edges: readonly Edge[]): readonly Edge[] {
  let left = edges
  for (const [starts, against] of [
    [[centre], false],
    [[centre], true],
    [names, false],
  ] as const) {
    const back = backEdges(starts, left, against)
    left = left.filter((edge) => !back.has(edge))
  }
  return left
}

/** The longest way from each name to a start, along `edges`; names that lead to none are left out. */
function longestWays(start: string, next: Graph, end: keyof Edge): Map<string, number> {
  const known = new Map<string, number | null>([[start, 0]])
  const wayOf = (name: string): number | null => {
    const told = known.get(name)
    if (told !== undefined) return told
    const ways = (next.get(name) ?? []).flatMap((edge) => wayOf(edge[end]) ?? [])
    const way = ways.length === 0 ? null : Math.max(...ways) + 1
    known.set(name, way)
    return way
  }
  for (const name of next.keys()) wayOf(name)
  return new Map([...known].flatMap(([name, way]) => (way === null ? [] : [[name, way] as const])))
}

/**
 * A column for everything around a service, so that whatever needs something stands left of it: what needs the service to its
 * left, all else to its right. A circle is opened where a walk away from the service comes back to its own way. For some
 * hundred names at most.
 */
export function needColumns(centre: string, names: readonly string[], edges: readonly Edge[]): Columns {
  const known = new Set(names).add(centre)
  const drawn = edges.filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
  const forward = withoutCircles(centre, names, drawn)
  const ups = longestWays(centre, groupedBy(forward, 'from'), 'to')
  const columnOf = new Map([...ups].map(([name, way]) => [name, name === centre ? 0 : -way]))
  const into = groupedBy(forward, 'to')
  const columnRightOf = (name: string): number => {
    const told = columnOf.get(name)
    if (told !== undefined) return told
    const before = (into.get(name) ?? []).map(({ from }) => columnRightOf(from))
    const column = Math.max(0, ...before) + 1
    columnOf.set(name, column)
    return column
  }
  for (const name of names) columnRightOf(name)
  const kept = new Set(forward)
  return { columnOf, backward: new Set(drawn.filter((edge) => !kept.has(edge))) }
}
