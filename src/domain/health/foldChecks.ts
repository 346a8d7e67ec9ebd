import { allNodes, type CheckNode } from './checkNode.ts'
import type { HealthState } from './healthReading.ts'
import { healthRank } from './healthRank.ts'

/** Checks of one level, the worst first; those that are well may be told by their number alone. */
export type FoldedChecks = {
  readonly shown: readonly CheckNode[]
  /** Checks without trouble or change, folded away; empty where there are few. */
  readonly well: readonly CheckNode[]
}

/** Up to so many checks without trouble are shown as they are. */
const WELL_CAP = 12

/** The worst that a check or one of its parts says. */
export const worstWithin = ({ check, parts }: CheckNode): HealthState =>
  parts
    .map(worstWithin)
    .reduce((worst, state) => (healthRank(state) > healthRank(worst) ? state : worst), check.state)

/** How many checks there are, all parts among them. */
export const countNodes = (nodes: readonly CheckNode[]): number => allNodes(nodes).length

/**
 * Puts the checks of one level in order: failing ones first, then degraded ones, those that do not tell, the others as the
 * page has them. `isMarked` names what is to be seen even though it is well, as what changed. More than twelve others are
 * folded.
 */
export function foldChecks(
  nodes: readonly CheckNode[],
  isMarked: (node: CheckNode) => boolean,
): FoldedChecks {
  const ranked = nodes
    .map((node) => ({ node, rank: healthRank(worstWithin(node)) }))
    .toSorted((a, b) => b.rank - a.rank)
  const isWell = ({ node, rank }: (typeof ranked)[number]): boolean =>
    rank === healthRank('ok') && !allNodes([node]).some(isMarked)
  const well = ranked.filter(isWell)
  if (well.length <= WELL_CAP) return { shown: ranked.map(({ node }) => node), well: [] }
  return {
    shown: ranked.filter((one) => !isWell(one)).map(({ node }) => node),
    well: well.map(({ node }) => node),
  }
}

/**
 * The checks whose name, message or details hold a text, whatever its case, with those above them; of a check that holds it
 * itself all parts. A blank text is held by all.
 */
export function findChecks(nodes: readonly CheckNode[], text: string): readonly CheckNode[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return nodes
  return nodes.flatMap((node) => {
    if (holds(node, wanted)) return [node]
    const parts = findChecks(node.parts, wanted)
    return parts.length === 0 ? [] : [{ ...node, parts }]
  })
}

const holds = ({ check }: CheckNode, wanted: string): boolean =>
  [check.name, check.message ?? '', ...check.details.flat()].some((said) =>
    said.toLowerCase().includes(wanted),
  )
