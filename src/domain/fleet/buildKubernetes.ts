import type { Kubernetes } from './fleet.ts'
import type { FleetFile } from './fleetFile.ts'

const KINDS = ['deployment', 'statefulset', 'daemonset'] as const

/** What Kubernetes takes as the name of an object: a subdomain of RFC 1123. */
const OBJECT_NAME = /^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/

function workloadOf(written: string | undefined, service: string): Kubernetes['workload'] {
  if (written === undefined) return OBJECT_NAME.test(service) ? { kind: 'deployment', name: service } : null
  const [kind, name] = written.split('/')
  const known = KINDS.find((one) => one === kind)
  return known === undefined || name === undefined
    ? { kind: 'deployment', name: written }
    : { kind: known, name }
}

/** Where a service runs in Kubernetes; null where neither it nor its fleet says that it does. */
export function buildKubernetes(
  { name, kubernetes }: FleetFile['services'][number],
  fleet: FleetFile['kubernetes'],
): Kubernetes | null {
  if (kubernetes === undefined && fleet === undefined) return null
  return {
    namespace: kubernetes?.namespace ?? fleet?.namespace ?? null,
    workload: workloadOf(kubernetes?.workload, name),
  }
}
