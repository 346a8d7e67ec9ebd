import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cycles } from './cycles.ts'

type Node = { readonly name: number }

const graphs = fc.array(fc.array(fc.nat(8), { maxLength: 3 }), { maxLength: 9 }).map((targets) => {
  const nodes = targets.map((_, name): Node => ({ name }))
  return new Map(
    targets.map((of, i) => [nodes[i] ?? { name: i }, of.flatMap((to) => nodes[to] ?? [])] as const),
  )
})

/** All that is reached from a node, itself not unless by a circle. */
function reached(edges: ReadonlyMap<Node, readonly Node[]>, from: Node): ReadonlySet<Node> {
  const seen = new Set(edges.get(from))
  for (const node of seen) for (const next of edges.get(node) ?? []) seen.add(next)
  return seen
}

describe('the groups of a graph', () => {
  it('hold each node once, with just those that it reaches and that reach it', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const groups = cycles(edges)
        expect(groups.flat().toSorted((a, b) => a.name - b.name)).toEqual([...edges.keys()])
        for (const group of groups) {
          for (const node of group) {
            const mutual = [...reached(edges, node)].filter((other) => reached(edges, other).has(node))
            expect(new Set(group)).toEqual(new Set([node, ...mutual]))
          }
        }
      }),
    )
  })

  it('come after all groups that they lead to', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const groups = cycles(edges)
        const place = new Map(groups.flatMap((group, i) => group.map((node) => [node, i] as const)))
        for (const [node, targets] of edges) {
          for (const target of targets) {
            expect(place.get(target)).toBeLessThanOrEqual(place.get(node) ?? -1)
          }
        }
      }),
    )
  })

  it('are found also where the graph is a hundred thousand nodes deep', () => {
    const nodes = Array.from({ length: 100_000 }, (_, name): Node => ({ name }))
    const chain = new Map(nodes.map((node, i) => [node, nodes.slice(i + 1, i + 2)]))
    expect(cycles(chain)).toHaveLength(100_000)
    const [first] = nodes
    const last = nodes.at(-1)
    if (first === undefined || last === undefined) throw new Error('there are nodes')
    expect(cycles(new Map([...chain, [last, [first]]]))).toHaveLength(1)
  })
})
