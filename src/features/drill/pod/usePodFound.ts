import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Surroundings } from '#src/domain/surroundings/surroundings.ts'
import type { Tombstone } from '#src/domain/tombstone/tombstone.ts'
import type { PodRecord } from '#src/state/drillActions.ts'
import { usePodRecord, useSurroundings } from '#src/state/queries/useDrill.ts'
import { useServiceDetail } from '#src/state/queries/useServiceDetail.ts'
import type { Detail } from '#src/state/screen.ts'
import { useRow, useWatch } from '#src/state/useWatch.ts'

export type PodDetail = Detail['pods'][number]

/** A pod with all that its screen is drawn from. */
export type FoundPodFacts = {
  readonly kind: 'found'
  readonly detail: Detail
  readonly pod: PodDetail
  /** Undefined for a moment after the service came into the fleet file. */
  readonly row: ServiceRow | undefined
  /** Null, here and below: nobody can tell. */
  readonly record: PodRecord | null
  readonly surroundings: Surroundings | null
}

type Found =
  | FoundPodFacts
  | { readonly kind: 'loading' }
  /** `pods`: those that the service has; null where the fleet has no such service. */
  | { readonly kind: 'gone'; readonly tombstone: Tombstone; readonly pods: readonly string[] | null }
  | { readonly kind: 'unknown'; readonly pods: readonly string[] | null }

/** What is known of the pod of that name. */
export function usePodFound(service: string, name: string): Found {
  const row = useRow(service)
  const isEmpty = useWatch(({ source, rows }) => source === 'none' || rows.size === 0)
  const detail = useServiceDetail(service)
  const record = usePodRecord(service, name)
  const surroundings = useSurroundings(service)
  // A digest that was saved names services before the worker knows of any.
  const isComing = detail === undefined || record === undefined || (detail === null && row !== undefined)
  if (isComing || surroundings === undefined) return { kind: 'loading' }
  const pod = detail?.pods.find((each) => each.name === name)
  if (detail !== null && pod !== undefined)
    return { kind: 'found', detail, pod, row, record, surroundings }
  const pods = detail?.pods.map((each) => each.name) ?? null
  const tombstone = record?.tombstone ?? null
  if (tombstone !== null) return { kind: 'gone', tombstone, pods }
  return isEmpty ? { kind: 'loading' } : { kind: 'unknown', pods }
}
