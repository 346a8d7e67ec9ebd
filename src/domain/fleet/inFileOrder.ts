import type { FleetIssue } from './fleetIssue.ts'
import { joinPath } from './issueText.ts'

/** When a walk through the file, from its first line to its last, comes to a value, and when it leaves it. */
type Place = { readonly from: number; readonly to: number }

/** No fault lies deeper (`services[0].pods[0].url` is five keys); a file may nest so deep that a walk never ends. */
const DEEPEST = 8

function childrenOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((item: unknown, i) => [i, item] as const)
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function placesIn(json: unknown): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  let step = 0
  const visit = (value: unknown, path: string, depth: number): void => {
    const from = step++
    if (depth < DEEPEST) {
      for (const [key, child] of childrenOf(value)) visit(child, joinPath(path, key), depth + 1)
    }
    places.set(path, { from, to: step++ })
  }
  visit(json, '', 0)
  return places
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')))

/**
 * The faults in the order of the file, so that they are mended from top to bottom. What is missing comes where it
 * would be added: at the end of what it is missing from. `json` is the file as it was parsed.
 */
export function inFileOrder(issues: readonly FleetIssue[], json: unknown): FleetIssue[] {
  const places = placesIn(json)
  const stepOf = ({ path }: FleetIssue): number =>
    places.get(path)?.from ?? places.get(parentOf(path))?.to ?? Number.MAX_SAFE_INTEGER
  return issues
    .map((issue) => ({ issue, step: stepOf(issue) }))
    .toSorted((a, b) => a.step - b.step)
    .map(({ issue }) => issue)
}
