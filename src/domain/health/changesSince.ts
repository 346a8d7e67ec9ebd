import { allNodes, type CheckNode, checkNodes } from './checkNode.ts'
import type { HealthCheck, HealthReading, HealthState } from './healthReading.ts'

/** What one detail was and is; null: it was not, or is not, there. */
export type DetailChange = {
  readonly key: string
  readonly was: string | null
  readonly is: string | null
}

/** How a check differs from what it was then. */
export type CheckChange =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'changed'
      /** What it was; null where that is still so. */
      readonly state: HealthState | null
      /** `was` is null where it said nothing then; the whole is null where it says the same. */
      readonly message: { readonly was: string | null } | null
      readonly details: readonly DetailChange[]
    }

export type CheckChanges = {
  /** By the key of the check's place (`checkNodes`); checks that are as they were are left out. */
  readonly of: ReadonlyMap<string, CheckChange>
  /** Checks that were there then and are not now; of one with its parts, itself alone. */
  readonly gone: readonly CheckNode[]
}

/**
 * What a health page says now that it did not say then, check by check: which are new, gone, of another state, message or
 * details. A check is the same one where its name, and the names above it, are the same; their order does not matter.
 */
export function changesSince(
  then: Pick<HealthReading, 'checks'>,
  now: Pick<HealthReading, 'checks'>,
): CheckChanges {
  const [before, present] = [checkNodes(then.checks), checkNodes(now.checks)]
  const known = new Map(allNodes(before).map((node) => [node.key, node]))
  const changes = new Map<string, CheckChange>()
  const there = new Set<string>()
  for (const { key, check } of allNodes(present)) {
    there.add(key)
    const was = known.get(key)
    const change = was === undefined ? ({ kind: 'new' } as const) : changeOf(was.check, check)
    if (change !== null) changes.set(key, change)
  }
  return { of: changes, gone: goneFrom(before, there) }
}

const goneFrom = (nodes: readonly CheckNode[], there: ReadonlySet<string>): readonly CheckNode[] =>
  nodes.flatMap((node) => (there.has(node.key) ? goneFrom(node.parts, there) : [node]))

function changeOf(was: HealthCheck, is: HealthCheck): CheckChange | null {
  const state = was.state === is.state ? null : was.state
  const message = was.message === is.message ? null : { was: was.message }
  const details = detailChanges(was.details, is.details)
  if (state === null && message === null && details.length === 0) return null
  return { kind: 'changed', state, message, details }
}

type Details = HealthCheck['details']

/** Of a key that comes more than once the last value counts. */
function detailChanges(was: Details, is: Details): readonly DetailChange[] {
  const [before, now] = [new Map(was), new Map(is)]
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((key) => ({ key, was: before.get(key) ?? null, is: now.get(key) ?? null }))
    .filter((change) => change.was !== change.is)
}
