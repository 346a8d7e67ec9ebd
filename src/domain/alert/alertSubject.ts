import { fleetNames, serviceCalled } from '#src/domain/cascade/fleetNames.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Labels } from '#src/domain/exposition/exposition.ts'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import type { AlertLabels } from '#src/domain/fleet/alertLabels.ts'
import { hostPortOf } from '#src/domain/prometheus/hostPort.ts'
import type { AlertLink } from './alertLink.ts'
import { type ServiceNames, serviceOfLabels } from './serviceOfLabels.ts'

/** Whom an alert is about. */
export type AlertSubject = {
  /** A service of the fleet; null where the fleet has none that is meant. */
  readonly service: string | null
  /** What the alert calls it; null where it names none. */
  readonly called: string | null
  /** A pod of that service, or what the alert calls one; null where it names none. */
  readonly pod: string | null
  /** Whether the service has such a pod now. */
  readonly hasPod: boolean
  /** All that the alert says of its pod: names, and addresses as `10.0.0.7:8080`. */
  readonly places: readonly string[]
}

type Row = Pick<ServiceRow, 'name' | 'pods'>

/** Labels that name a pod, or where it is scraped (Kubernetes and Prometheus conventions). */
const POD_LABELS = ['pod', 'pod_name', 'kubernetes_pod_name', 'instance'] as const

const ASKED = 'service'

/** As a label may write it, else as people call it: `user-sync-service` of a fleet that has `user-sync`. */
function serviceNamed(asked: string, names: ServiceNames): string | null {
  const written = serviceOfLabels(labelSet([[ASKED, asked]]), [ASKED], names)
  return written ?? serviceCalled(asked, names.fleet)
}

function labelled(labels: Labels, wanted: readonly string[]): readonly string[] {
  return wanted.flatMap((label) => labels[label] ?? []).filter((value) => value !== '')
}

/** The only service that has a pod of one of these names. */
function serviceOfPods(pods: readonly string[], rows: readonly Row[]): string | null {
  for (const pod of pods) {
    const having = rows.filter((row) => row.pods.some(({ name }) => name === pod))
    if (having.length === 1) return having[0]?.name ?? null
  }
  return null
}

/**
 * Whom an alert is about, of the fleet's rows: by the service of its link, else by its labels through the fleet's mapping,
 * else by the `[prefix]` of its message, else by its pod where only one service has such a one. What is named is told also
 * where the fleet does not have it.
 */
export function alertSubject(
  { service: asked, pod, labels }: Pick<AlertLink, 'service' | 'pod' | 'labels'>,
  prefix: string | null,
  rows: readonly Row[],
  { serviceLabels }: Pick<AlertLabels, 'serviceLabels'>,
): AlertSubject {
  const known = rows.map(({ name }) => name)
  const names: ServiceNames = { exact: new Set(known), fleet: fleetNames(known) }
  const pods = [...(pod === null ? [] : [pod]), ...labelled(labels, POD_LABELS)]
  const called = [...(asked === null ? [] : [asked]), ...labelled(labels, serviceLabels), prefix ?? []].flat()
  const found =
    called.map((name) => serviceNamed(name, names)).find((name) => name !== null) ?? serviceOfPods(pods, rows)
  const own = rows.find(({ name }) => name === found)?.pods ?? []
  const present = pods.find((name) => own.some((each) => each.name === name))
  return {
    service: found,
    called: called[0] ?? null,
    pod: present ?? pods[0] ?? null,
    hasPod: present !== undefined,
    places: pods,
  }
}

type Pod = { readonly name: string; readonly url: string; readonly shownUrl?: string }

/**
 * The same, where the alert gives its pod's address instead of its name, as Prometheus' `instance` does: the first pod of
 * the service that answers there, by its own address where it is asked through a gateway.
 */
export function subjectAt(subject: AlertSubject, pods: readonly Pod[]): AlertSubject {
  if (subject.hasPod) return subject
  const places = new Set(subject.places.map((place) => place.toLowerCase()))
  const found = pods.find(({ url, shownUrl = url }) => places.has(hostPortOf(shownUrl) ?? ''))
  return found === undefined ? subject : { ...subject, pod: found.name, hasPod: true }
}
