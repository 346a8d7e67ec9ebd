import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { Heard, HeardFailure } from '#src/domain/heard/heard.ts'
import { type ReachFix, reachFixes } from '#src/domain/wording/reachFix.ts'
import type { PodRecord } from '#src/state/drillActions.ts'
import { podAddress } from '#src/ui/podAddress.ts'
import type { PodDetail } from './usePodFound.ts'

export type EndpointDetail = PodDetail['endpoints'][number]

/** What is known of one endpoint of a pod, of all sources. */
export type EndpointFacts = {
  readonly detail: EndpointDetail
  /** Where it is asked, in full; the pod's address while no path is known. */
  readonly address: string
  /** Its newest answer to the letter; null where none was noted. */
  readonly heard: Heard | null
  readonly lastFailure: HeardFailure | null
  /** What would mend its present failure. */
  readonly fixes: readonly ReachFix[]
}

/** Where the page and its fleet file are: pods may have addresses relative to the file. */
export type AskedFrom = { readonly fleetUrl: string; readonly origin: string }

/** A path that nobody has is no fault of an endpoint, but of health, without which a pod is not seen. */
function fixesOf(
  { endpoint, failure }: EndpointDetail,
  pod: PodDetail,
  service: string,
  address: string,
  { fleetUrl, origin }: AskedFrom,
): readonly ReachFix[] {
  if (failure === null || (failure.kind === 'not-found' && endpoint !== 'health')) return []
  const base = podAddress(pod.url, '', fleetUrl)
  const shownUrl = pod.shownUrl ?? null
  return reachFixes(failure, { origin, service, pod: pod.name, endpoint, base, address, shownUrl })
}

/** One endpoint of a pod with all that was noted of it; null where it is not asked. */
export function endpointFacts(
  service: string,
  pod: PodDetail,
  endpoint: Endpoint,
  record: PodRecord | null,
  from: AskedFrom,
): EndpointFacts | null {
  const detail = pod.endpoints.find((each) => each.endpoint === endpoint)
  if (detail === undefined) return null
  const address = podAddress(pod.url, detail.path ?? '', from.fleetUrl)
  return {
    detail,
    address,
    heard: record?.heard.find((each) => each.endpoint === endpoint) ?? null,
    lastFailure: record?.failures.find((each) => each.endpoint === endpoint) ?? null,
    fixes: fixesOf(detail, pod, service, address, from),
  }
}
