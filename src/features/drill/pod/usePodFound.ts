import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
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

/** What is made of a name that the service does not have, or of a service that the fleet does not have. */
function withoutPod(detail: Detail | null, record: PodRecord | null, isEmpty: boolean): Found {
  const pods = detail?.pods.map((each) => each.name) ?? null
  const tombstone = record?.tombstone ?? null
  if (tombstone !== null) return { kind: 'gone', tombstone, pods }
  return isEmpty ? { kind: 'loading' } : { kind: 'unknown', pods }
}

/** What was asked before the watch knew of the service was answered with nothing: it is asked again as soon as it does. */
function useAskedAgain(isKnown: boolean): void {
  const queries = useQueryClient()
  const wasKnown = useRef(isKnown)
  useEffect(() => {
    if (isKnown && !wasKnown.current) void queries.invalidateQueries()
    wasKnown.current = isKnown
  }, [isKnown, queries])
}

/** What is known of the pod of that name. */
export function usePodFound(service: string, name: string): Found {
  const row = useRow(service)
  useAskedAgain(row !== undefined)
  const isEmpty = useWatch(({ source, rows }) => source === 'none' || rows.size === 0)
  const detail = useServiceDetail(service)
  const record = usePodRecord(service, name)
  const surroundings = useSurroundings(service)
  if (detail === undefined || record === undefined || surroundings === undefined) return { kind: 'loading' }
  // A digest that was saved names services before the worker knows of any.
  if (detail === null && row !== undefined) return { kind: 'loading' }
  const pod = detail?.pods.find((each) => each.name === name)
  if (detail === null || pod === undefined) return withoutPod(detail, record, isEmpty)
  return { kind: 'found', detail, pod, row, record, surroundings }
}
