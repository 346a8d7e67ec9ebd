/** One visit of the walk. */
type Visit<Node> = {
  readonly node: Node
  readonly targets: readonly Node[]
  /** The how manieth node it is that the walk came to. */
  readonly order: number
  /** The earliest open node that is reached from it, as far as is known. */
  low: number
  /** How many of its targets were looked at. */
  looked: number
  /** Its group is not complete yet. */
  open: boolean
}

/**
 * The nodes of a directed graph in groups: nodes that reach one another are one group, any other is a group of its own.
 * A group comes after all groups that it leads to. Linear in nodes and edges, and as deep as the graph without
 * recursion. R. Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM J. Comput. 1 (1972).
 */
export function cycles<Node extends object>(edges: ReadonlyMap<Node, readonly Node[]>): Node[][] {
  const visits = new Map<Node, Visit<Node>>()
  const open: Visit<Node>[] = []
  const groups: Node[][] = []

  const enter = (node: Node): Visit<Node> => {
    const order = visits.size
    const visit = { node, targets: edges.get(node) ?? [], order, low: order, looked: 0, open: true }
    visits.set(node, visit)
    open.push(visit)
    return visit
  }
  const close = (first: Visit<Node>): void => {
    const group = open.splice(open.lastIndexOf(first))
    for (const visit of group) visit.open = false
    groups.push(group.map(({ node }) => node))
  }
  /** Goes one step on from the end of the path: to a node that was not seen yet, or back. */
  const step = (path: Visit<Node>[], top: Visit<Node>): void => {
    const target = top.targets[top.looked++]
    if (target === undefined) {
      path.pop()
      const cameFrom = path.at(-1)
      if (cameFrom !== undefined) cameFrom.low = Math.min(cameFrom.low, top.low)
      if (top.low === top.order) close(top)
      return
    }
    const known = visits.get(target)
    if (known === undefined) path.push(enter(target))
    else if (known.open) top.low = Math.min(top.low, known.order)
  }
  for (const node of edges.keys()) {
    if (visits.has(node)) continue
    const path = [enter(node)]
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) step(path, top)
  }
  return groups
}
