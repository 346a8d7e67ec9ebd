import type { HealthCheck } from './healthReading.ts'

/** A check of a health page with its place among the others. */
export type CheckNode = {
  /** Its name under the names above it: the same in each answer of the pod. Checks of one name are told apart by number. */
  readonly key: string
  /** The names from the outermost to its own. */
  readonly path: readonly string[]
  readonly check: HealthCheck
  readonly parts: readonly CheckNode[]
}

/** The checks of an answer, in its order, with their places. */
export function checkNodes(
  checks: readonly HealthCheck[],
  above: { readonly key: string; readonly path: readonly string[] } = { key: '', path: [] },
): readonly CheckNode[] {
  const seen = new Map<string, number>()
  return checks.map((check) => {
    const times = (seen.get(check.name) ?? 0) + 1
    seen.set(check.name, times)
    const key = `${above.key}\n${check.name}${times === 1 ? '' : `\n#${times}`}`
    const path = [...above.path, check.name]
    return { key, path, check, parts: checkNodes(check.parts, { key, path }) }
  })
}

/** These checks and all of their parts, in their order. */
export const allNodes = (nodes: readonly CheckNode[]): readonly CheckNode[] =>
  nodes.flatMap((node) => [node, ...allNodes(node.parts)])
